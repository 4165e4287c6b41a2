"""Writes small pictures of every kind as Pillow makes them, and what Pillow reads of them: pictures.json.

python3 -m pip install pillow numpy; python3 pictures.py
"""

import base64
import io
import json
import pathlib
import struct
import zlib

import numpy as np
from PIL import Image

rng = np.random.default_rng(17)
WIDTH, HEIGHT = 13, 9


def smooth(channels):
    """Soft blobs: what JPEG and WebP are made for."""
    small = rng.integers(0, 256, (3, 4, channels), dtype=np.uint8)
    planes = [Image.fromarray(small[..., c]).resize((WIDTH, HEIGHT), Image.BICUBIC) for c in range(channels)]
    return np.stack([np.asarray(plane) for plane in planes], axis=-1)


rgb = smooth(3)
grey = smooth(1)[..., 0]
alpha = rng.integers(0, 256, (HEIGHT, WIDTH), dtype=np.uint8)
alpha[0] = 0
alpha[1] = 255
rgba = np.dstack([rgb, alpha])
colour = Image.fromarray(rgb)
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def png(samples, depth, colour_type, interlaced=False, palette=None, transparency=None):
    """A PNG of any kind: Pillow does not write all of them. `samples` is [height, width, channels]."""
    height, width, channels = samples.shape

    def rows(part):
        out = b""
        for row in part:
            if row.size == 0:
                continue
            if depth == 16:
                out += b"\0" + row.astype(">u2").tobytes()
            elif depth == 8:
                out += b"\0" + row.astype(np.uint8).tobytes()
            else:
                bits = "".join(format(int(v), f"0{depth}b") for v in row.reshape(-1))
                bits += "0" * (-len(bits) % 8)
                out += b"\0" + int(bits, 2).to_bytes(len(bits) // 8, "big")
        return out

    data = rows(samples)
    if interlaced:
        data = b"".join(rows(samples[y::dy, x::dx]) for x, y, dx, dy in ADAM7)

    def chunk(name, content):
        body = name + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, depth, colour_type, 0, 0, int(interlaced))
    chunks = chunk(b"IHDR", header)
    if palette is not None:
        chunks += chunk(b"PLTE", palette.astype(np.uint8).tobytes())
    if transparency is not None:
        chunks += chunk(b"tRNS", transparency)
    return b"\x89PNG\r\n\x1a\n" + chunks + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def saved(image, format, **options):
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def on_white(values):
    """`values` are 0 to 1, [height, width, channels] with alpha last or without it."""
    channels = values.shape[-1]
    if channels in (1, 3):
        shown = values
    else:
        opacity = values[..., -1:]
        shown = values[..., :-1] * opacity + 1 - opacity
    shown = np.repeat(shown, 3, axis=-1) if shown.shape[-1] == 1 else shown
    return np.round(255 * shown)


files = {}


def add(name, content, expected=None, tolerance=0):
    """`tolerance` is the largest difference allowed: decoders of JPEG and WebP round in their own ways."""
    if expected is None:
        image = Image.open(io.BytesIO(content))
        exif = image.getexif().get(0x0112, 1)
        turned = {3: Image.ROTATE_180, 6: Image.ROTATE_270, 8: Image.ROTATE_90, 2: Image.FLIP_LEFT_RIGHT}
        turned |= {4: Image.FLIP_TOP_BOTTOM, 5: Image.TRANSPOSE, 7: Image.TRANSVERSE}
        if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
            image = image.convert("RGBA")
            expected = on_white(np.asarray(image) / 255)
        else:
            image = image.convert("RGB")
            if exif in turned:
                image = image.transpose(turned[exif])
            expected = np.asarray(image)
    files[name] = {
        "file": base64.b64encode(content).decode(),
        "height": expected.shape[0],
        "width": expected.shape[1],
        "rgb": np.asarray(expected).astype(int).reshape(-1).tolist(),
        "tolerance": tolerance,
    }


for interlaced in (False, True):
    how = "interlaced" if interlaced else "plain"
    for depth in (1, 2, 4, 8, 16):
        top = 2**depth - 1
        values = rng.integers(0, top + 1, (HEIGHT, WIDTH, 1))
        add(f"png-grey-{depth}-{how}", png(values, depth, 0, interlaced), on_white(values / top))
    for depth in (8, 16):
        top = 2**depth - 1
        for kind, channels in ((2, 3), (4, 2), (6, 4)):
            values = rng.integers(0, top + 1, (HEIGHT, WIDTH, channels))
            name = {2: "rgb", 4: "grey-alpha", 6: "rgba"}[kind]
            add(f"png-{name}-{depth}-{how}", png(values, depth, kind, interlaced), on_white(values / top))
    for depth in (1, 2, 4, 8):
        palette = rng.integers(0, 256, (2**depth, 3))
        values = rng.integers(0, 2**depth, (HEIGHT, WIDTH, 1))
        content = png(values, depth, 3, interlaced, palette)
        add(f"png-palette-{depth}-{how}", content, on_white(palette[values[..., 0]] / 255))
palette = rng.integers(0, 256, (16, 3))
opacity = rng.integers(0, 256, 10)
values = rng.integers(0, 16, (HEIGHT, WIDTH, 1))
shown = np.hstack([palette, np.append(opacity, [255] * 6)[:, None]]) / 255
content = png(values, 4, 3, palette=palette, transparency=bytes(opacity.tolist()))
add("png-palette-4-transparent", content, on_white(shown[values[..., 0]]))
keyed = rng.integers(0, 4, (HEIGHT, WIDTH, 1))
shown = np.dstack([keyed / 3, (keyed != 2) * 1.0])
add("png-grey-2-transparent-colour", png(keyed, 2, 0, transparency=struct.pack(">H", 2)), on_white(shown))

# JPEG's colours are a third of the samples: what is enlarged between them differs among decoders.
add("jpeg-444", saved(colour, "JPEG", quality=95, subsampling=0), tolerance=2)
add("jpeg-420", saved(colour, "JPEG", quality=95, subsampling=2), tolerance=2)
add("jpeg-progressive", saved(colour, "JPEG", quality=95, subsampling=0, progressive=True), tolerance=2)
add("jpeg-422", saved(colour, "JPEG", quality=95, subsampling=1), tolerance=2)
add("jpeg-progressive-420", saved(colour, "JPEG", quality=95, subsampling=2, progressive=True), tolerance=2)
add("jpeg-restarts", saved(colour, "JPEG", quality=95, subsampling=0, restart_marker_blocks=1), tolerance=2)
add("jpeg-stored-as-rgb", saved(colour, "JPEG", quality=95, keep_rgb=True), tolerance=2)
add("jpeg-grey", saved(Image.fromarray(grey), "JPEG", quality=95), tolerance=2)
add("jpeg-cmyk", saved(colour.convert("CMYK"), "JPEG", quality=95), tolerance=4)
add("jpeg-cmyk-progressive", saved(colour.convert("CMYK"), "JPEG", quality=95, progressive=True), tolerance=4)
for orientation in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = orientation
    content = saved(colour, "JPEG", quality=95, subsampling=0, exif=exif)
    add(f"jpeg-orientation-{orientation}", content, tolerance=2)

add("webp-lossless", saved(colour, "WEBP", lossless=True))
add("webp-lossless-alpha", saved(Image.fromarray(rgba), "WEBP", lossless=True, exact=True), tolerance=1)
add("webp-lossy", saved(colour, "WEBP", quality=80), tolerance=6)

# Only the first of what moves counts, and it may lie anywhere in the picture: Pillow puts it there.
moving = [Image.fromarray(255 - rgb)]
add("webp-two-frames", saved(colour, "WEBP", lossless=True, save_all=True, append_images=moving))
add("webp-two-frames-lossy-alpha", saved(Image.fromarray(rgba), "WEBP", quality=80, exact=True, save_all=True, append_images=moving), tolerance=6)
still = saved(Image.fromarray(rgb[2:7, 4:10]), "WEBP", lossless=True)


def riff(name, content):
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def uint24(*values):
    return b"".join(struct.pack("<I", value)[:3] for value in values)


frame = riff(b"ANMF", uint24(4 // 2, 2 // 2, 5, 4, 100) + b"\0" + still[12:])
inside = riff(b"VP8X", b"\x12\0\0\0" + uint24(WIDTH - 1, HEIGHT - 1)) + riff(b"ANIM", b"\0" * 6) + frame
beside = np.full((HEIGHT, WIDTH, 3), 255)
beside[2:7, 4:10] = rgb[2:7, 4:10]
add("webp-frame-inside", riff(b"RIFF", b"WEBP" + inside), beside)
add("png-two-frames", saved(colour, "PNG", save_all=True, append_images=moving))

few = colour.quantize(11)
add("gif", saved(few, "GIF"))
add("gif-interlaced", saved(few, "GIF", interlace=True))
add("gif-two-frames", saved(few, "GIF", save_all=True, append_images=[few.transpose(Image.ROTATE_180)]))
add("gif-transparent", saved(few, "GIF", transparency=3))
big = Image.fromarray(rng.integers(0, 256, (120, 120), dtype=np.uint8), "L")
add("gif-many-codes", saved(big, "GIF"))

add("bmp-24", saved(colour, "BMP"))
add("bmp-8", saved(few, "BMP"))
add("bmp-1", saved(Image.fromarray(grey > 128), "BMP"))
# The fourth byte means nothing where the header has no mask for it.
add("bmp-32", saved(Image.fromarray(rgba), "BMP"), rgb)


def bmp(depth, packing, pixels, size=(WIDTH, HEIGHT), palette=b"", masks=b"", bytes_of_header=40):
    """A BMP of a kind that Pillow does not write."""
    header = struct.pack("<IiiHHIIiiII", bytes_of_header, *size, 1, depth, packing, len(pixels), 0, 0, len(palette) // 4, 0)
    at = 14 + len(header) + len(masks) + len(palette)
    return b"BM" + struct.pack("<IHHI", at + len(pixels), 0, 0, at) + header + masks + palette + pixels


def padded(row):
    return row + b"\0" * (-len(row) % 4)


def scaled(part, bits):
    return np.round(part.astype(float) * 255 / (2**bits - 1))


for name, bits in (("555", (5, 5, 5)), ("565", (5, 6, 5))):
    parts = [rng.integers(0, 2**n, (HEIGHT, WIDTH)) for n in bits]
    words = (parts[0] << (bits[1] + bits[2])) | (parts[1] << bits[2]) | parts[2]
    pixels = b"".join(padded(row.astype("<u2").tobytes()) for row in words[::-1])
    expected = np.dstack([scaled(part, n) for part, n in zip(parts, bits)])
    masks = struct.pack("<III", 0xF800, 0x7E0, 0x1F) if name == "565" else b""
    add(f"bmp-16-{name}", bmp(16, 3 if masks else 0, pixels, masks=masks), expected)
masks = struct.pack("<IIII", 0xFF, 0xFF00, 0xFF0000, 0xFF000000) + b"\0" * 52
add("bmp-32-alpha", bmp(32, 3, rgba[::-1].tobytes(), masks=masks, bytes_of_header=108), on_white(rgba / 255))
top_down = b"".join(padded(row[:, ::-1].tobytes()) for row in rgb)
add("bmp-24-top-down", bmp(24, 0, top_down, size=(WIDTH, -HEIGHT)), rgb)
colours = rng.integers(0, 256, (16, 3), dtype=np.uint8)
table = b"".join(bytes([b, g, r, 0]) for r, g, b in colours.tolist())
nibbles = rng.integers(0, 16, (HEIGHT, WIDTH))
pixels = b"".join(padded(bytes(a << 4 | b for a, b in zip(row[::2], [*row[1::2], 0]))) for row in nibbles[::-1].tolist())
add("bmp-4", bmp(4, 0, pixels, palette=table), colours[nibbles])
# Runs of 3 and 1, seven as they are, the end of the line.
line = [5, 5, 5, 9, 1, 2, 3, 4, 5, 6, 7, 8, 8]
rows = b"".join(bytes([3, 5, 1, 9, 0, 7, 1, 2, 3, 4, 5, 6, 7, 0, 2, 8, 0, 0]) for _ in range(HEIGHT)) + b"\0\1"
add("bmp-8-runs", bmp(8, 1, rows, palette=table * 16), np.tile(colours[line], (HEIGHT, 1, 1)))
rows = b"".join(bytes([3, 0x55, 1, 0x90, 0, 7, 0x12, 0x34, 0x56, 0x70, 2, 0x88, 0, 0]) for _ in range(HEIGHT)) + b"\0\1"
add("bmp-4-runs", bmp(4, 2, rows, palette=table), np.tile(colours[line], (HEIGHT, 1, 1)))

here = pathlib.Path(__file__).parent
(here / "pictures.json").write_text(json.dumps({"files": files}) + "\n")
