"""Shrink a screenshot to a palette of its most frequent colours, which the browser chooses."""

from __future__ import annotations

import base64
import struct
import zlib

from playwright.async_api import Browser

_PALETTE = """async ([source, most]) => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    const counted = new Map();
    for (const pixel of pixels) counted.set(pixel, (counted.get(pixel) ?? 0) + 1);
    const kept = [...counted].sort((a, b) => b[1] - a[1]).slice(0, most).map(([pixel]) => pixel);
    const part = (pixel, shift) => (pixel >>> shift) & 255;
    const apart = (a, b) => [0, 8, 16].reduce((sum, shift) => sum + (part(a, shift) - part(b, shift)) ** 2, 0);
    const nearest = new Map();
    for (const pixel of counted.keys()) {
        let best = 0;
        kept.forEach((other, at) => { if (apart(pixel, other) < apart(pixel, kept[best])) best = at; });
        nearest.set(pixel, best);
    }
    const indices = Uint8Array.from(pixels, (pixel) => nearest.get(pixel));
    let text = "";
    for (const index of indices) text += String.fromCharCode(index);
    const colours = kept.flatMap((pixel) => [part(pixel, 0), part(pixel, 8), part(pixel, 16)]);
    return [canvas.width, canvas.height, colours, btoa(text)];
}"""


async def reduce_colours(browser: Browser, png: bytes, *, colours: int = 128) -> bytes:
    """Return the picture with a palette (PNG colour type 3, https://www.w3.org/TR/png-3/#6Colour-values)."""
    page = await browser.new_page()
    source = "data:image/png;base64," + base64.b64encode(png).decode()
    width, height, palette, indices = await page.evaluate(_PALETTE, [source, colours])
    await page.close()
    rows = base64.b64decode(indices)
    lines = b"".join(b"\0" + rows[start : start + width] for start in range(0, width * height, width))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", bytes(palette)), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
