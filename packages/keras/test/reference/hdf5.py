"""Writes hdf5.json: HDF5 files as h5py writes them, in the oldest and the newest format, in chunks and zipped; gzipped. h5py 3.14."""

import base64
import gzip
import io
import json
import pathlib

import h5py
import numpy as np

values = np.arange(60, dtype="float32").reshape(6, 10) / 8


def contents(**settings):
    buffer = io.BytesIO()
    with h5py.File(buffer, "w", **settings) as file:
        file.attrs["text"] = "naïve"
        file.attrs["list"] = ["a", "", "long" * 20]
        file["whole"] = values
        file.create_dataset("chunks", data=values, chunks=(4, 3))
        file.create_dataset("zipped", data=values, chunks=(4, 3), compression="gzip", shuffle=True)
        file.create_dataset("single", data=values, chunks=(6, 10), compression="gzip", fletcher32=True)
        file["double"] = values.astype("float64")
        file["half"] = values.astype("float16")
        file["big"] = values.astype(">f4")
        file["integers"] = np.arange(-3, 3, dtype="int64")
        file["bytes"] = np.arange(5, dtype="uint8")
        file["shorts"] = np.array([-2, 300, -32768], dtype="int16")
        file["words"] = np.array([2, 300, 65535], dtype=">u2")
        file["signed"] = np.array([-128, -1, 127], dtype="int8")
        file["counts"] = np.array([0, 7, 2**31 - 1], dtype="uint32")
        file["beyond"] = np.array([7, 2**31], dtype="uint32")
        file["steps"] = np.array([-(2**31), 2**31 - 1], dtype="int64")
        file["long"] = np.array([1, 2**31], dtype="int64")
        file["unsigned"] = np.array([2**64 - 1], dtype="uint64")
        # bfloat16, the upper half of a float32, as h5py keeps it.
        upper = (np.array([1, -2.5, 3.140625, 0], "float32").view("uint32") >> 16).astype("uint16")
        file["brain"] = upper.view("V2")
        file["whole numbers, big-endian"] = np.array([[-1, 2], [300, -70000]], dtype=">i4")
        file["doubles, big-endian"] = np.array([0.1, -1e300, 1e-3], dtype=">f8")
        file["rank"] = np.zeros([1] * 32, "float32")
        file["extremes"] = np.array([np.inf, -np.inf, 2**-24, -(2**-14), 65504, 0, np.nan], dtype="float16")
        # More chunks than one node of the oldest index lists.
        file.create_dataset("tiles", data=np.arange(300, dtype="float32").reshape(100, 3), chunks=(1, 3))
        file.create_group("nothing")
        file["flags"] = np.array([True, False, True])
        file["names"] = ["kernel", "", "größe"]
        file["codes"] = np.array([b"ab", b"abcde", b""], dtype="S5")
        # One tile of six is written, of the next none, and of the last, which is in one piece, none either.
        sparse = file.create_dataset("sparse", (4, 6), "float32", chunks=(2, 2))
        sparse[2:4, 2:4] = [[1, 2], [3, 4]]
        file.create_dataset("unwritten", (2, 3), "float32", chunks=(2, 2))
        file.create_dataset("reserved", (2, 3), "float32")
        rare = file.create_group("rare")
        rare.create_dataset("blank", (2,), h5py.string_dtype())
        # Few enough values stand in the header itself.
        compact = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        compact.set_layout(h5py.h5d.COMPACT)
        h5py.h5d.create(rare.id, b"compact", h5py.h5t.NATIVE_FLOAT, h5py.h5s.create_simple((3,)), compact).write(
            h5py.h5s.ALL, h5py.h5s.ALL, np.array([1, 2, 3], "float32")
        )
        # Tiles that have their place before they are written need no index.
        early = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        early.set_chunk((2, 2))
        early.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
        h5py.h5d.create(rare.id, b"early", h5py.h5t.NATIVE_FLOAT, h5py.h5s.create_simple((3, 4)), early).write(
            h5py.h5s.ALL, h5py.h5s.ALL, np.arange(12, dtype="float32").reshape(3, 4)
        )
        # A group of more than eight names keeps them in a heap, of few enough in one piece of it.
        for i in range(12):
            rare[f"some/entry{i}"] = np.int32(i)
        # A group that remembers the order of its few names, one of them long, one not in ASCII.
        ordered = rare.create_group("ordered", track_order=True)
        ordered["z" * 300] = np.float32(26)
        ordered["größe"] = np.float32(7)
        # Tiles that reach beyond the edges, on three axes.
        file.create_dataset("cube", data=np.arange(60, dtype="float32").reshape(3, 4, 5), chunks=(2, 3, 2), compression="gzip")
        # Values of several bytes that do not fill the last tile, sorted by their place and checked.
        file.create_dataset("shuffled", data=np.arange(7, dtype="float64") - 3, chunks=(4,), shuffle=True, fletcher32=True)
        # What is not read.
        file.create_dataset("huge", (2**28,), "float32", chunks=(2**20,))
        file["complex"] = np.array([1 + 2j], dtype="complex64")
        file.create_dataset("packed", data=values, chunks=(6, 10), compression="lzf")
        file.create_dataset("growing", data=values, chunks=(4, 3), maxshape=(None, None))
        rare["extended"] = np.array([1.5], dtype=np.longdouble)
        rare.create_dataset("ragged", (2,), dtype=h5py.vlen_dtype(np.int32))
        rare["a type alone"] = np.dtype("float32")
        file["scalar"] = np.float32(2.5)
        file["empty"] = np.zeros((0, 3), "float32")
        for i in range(40):
            file[f"many/entry{i}"] = np.int32(i)
    return packed(buffer)


def packed(buffer):
    return base64.b64encode(gzip.compress(buffer.getvalue(), 9, mtime=0)).decode()


def linked(link, **settings):
    """A file in which a name leads elsewhere."""
    buffer = io.BytesIO()
    with h5py.File(buffer, "w", **settings) as file:
        file["alias"] = link
    return packed(buffer)


def crowd(count, **settings):
    """A file of so many groups, whose names are so long that the newest format keeps them in a table of tables of blocks."""
    buffer = io.BytesIO()
    with h5py.File(buffer, "w", **settings) as file:
        for i in range(count):
            file.create_group(f"{'layer_' * 50}{i}")
    return packed(buffer)


links = {"soft": h5py.SoftLink("/elsewhere"), "external": h5py.ExternalLink("other.h5", "/elsewhere")}
result = {"oldest": contents(libver="earliest"), "newest": contents(libver="latest"), "middle": contents(libver=("v108", "v110"))}
for name, link in links.items():
    result |= {f"{name} link, {version}": linked(link, libver=version) for version in ["earliest", "latest"]}
# More than a leaf of the newest index lists; and more than the leaves below its root, and than the heap holds without a table below another.
result |= {f"crowd of {count}": crowd(count, libver="latest") for count in [60, 1800]}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(result) + "\n")
