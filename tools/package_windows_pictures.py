"""The pictures of the Windows setup, drawn from the icon of the program: icon, the side of its pages, their head."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_ICON_SIDES = (16, 24, 32, 48, 64, 128, 256)
_TEAL, _WHITE, _SOFT = "#0f6b6b", "#ffffff", "#cfe6e3"
_SIDE, _HEAD = (164, 314), (150, 57)
"""What NSIS has room for, in pixels."""
_ICON_ON_THE_SIDE, _ICON_IN_THE_HEAD = 88, 43


def draw(resources: Path, folder: Path) -> None:
    """Draw all of them into a folder."""
    with Image.open(resources / "icons" / "redi-256.png") as icon:
        icon.save(folder / "redi.ico", sizes=[(side, side) for side in _ICON_SIDES])
        _side(icon.convert("RGBA"), resources / "fonts").save(folder / "side.bmp")
        _head(icon.convert("RGBA")).save(folder / "head.bmp")


def _side(icon: Image.Image, fonts: Path) -> Image.Image:
    """The left of the first and the last page: the icon above the name."""
    picture = Image.new("RGB", _SIDE, _TEAL)
    _lay(icon, picture, _ICON_ON_THE_SIDE, ((_SIDE[0] - _ICON_ON_THE_SIDE) // 2, 78))
    middle, pen = _SIDE[0] / 2, ImageDraw.Draw(picture)
    pen.text((middle, 196), "REDI Desktop", _WHITE, ImageFont.truetype(str(fonts / "NotoSans-Bold.ttf"), 18), "ms")
    small = ImageFont.truetype(str(fonts / "NotoSans-Regular.ttf"), 12)
    pen.text((middle, 218), "CPAS · OCMW · ÖSHZ", _SOFT, small, "ms")
    return picture


def _head(icon: Image.Image) -> Image.Image:
    """The right of the head of the other pages."""
    picture = Image.new("RGB", _HEAD, _WHITE)
    _lay(icon, picture, _ICON_IN_THE_HEAD, (_HEAD[0] - _ICON_IN_THE_HEAD - 7, 7))
    return picture


def _lay(icon: Image.Image, picture: Image.Image, side: int, place: tuple[int, int]) -> None:
    small = icon.resize((side, side), Image.Resampling.LANCZOS)
    picture.paste(small, place, small)
