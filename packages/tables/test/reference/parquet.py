"""Writes parquet.json: a small table as pyarrow writes it, in base64, by each compression.

Run it in this folder: python3 parquet.py
"""

import base64
import datetime
import io
import json

import pyarrow as pa
import pyarrow.parquet as pq

table = pa.table(
    {
        "rooms": pa.array([4, 3, None, 5] * 5, pa.int64()),
        "area": [70.5, None, 90.25, 40.0] * 5,
        "city": ["Bern", "Genf", None, "Chur"] * 5,
        "new": [True, False, None, True] * 5,
        "sold": [datetime.date(2024, 1, 31)] * 20,
        "size": pa.array([1.5] * 20, pa.float32()),
        "rent": pa.array(["1250.50"] * 20).cast(pa.decimal128(8, 2)),
        "kind": pa.array(["x", "y"] * 10).dictionary_encode(),
    }
)


def written(table, compression):
    file = io.BytesIO()
    pq.write_table(table, file, compression=compression)
    return base64.b64encode(file.getvalue()).decode()


reference = {name: written(table, name) for name in ["none", "snappy", "gzip", "zstd", "brotli", "lz4"]}
reference["lists"] = written(pa.table({"a": [[1, 2]] * 20}), "none")
with open("parquet.json", "w") as file:
    json.dump(reference, file)
    file.write("\n")
