"""Text as UTF-8: what is Windows text is turned into it, what is neither is refused."""

import re
from pathlib import Path

from returns.intake.kinds import refusal

BOM = b"\xef\xbb\xbf"
# Bytes that make a letter in UTF-8; in Windows text they are hardly ever side by side.
MANY_BYTES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
NEITHER = "is neither UTF-8 nor Windows text. Save it as CSV UTF-8 and try again."
MIXED = "is partly UTF-8 and partly Windows text. Save it as CSV UTF-8 and try again."


class Decoder:
    """Turns one file's blocks into UTF-8. The first letter beyond ASCII decides what the file is; it stays so."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.encoding = ""

    def utf8(self, block: bytes) -> bytes:
        """The block in UTF-8. Raises UnusableInput where it is neither that nor Windows text, or both."""
        if block.isascii():
            return block
        if self.encoding != "cp1252":
            try:
                block.decode("utf-8")
            except UnicodeDecodeError:
                self._becomes_windows(block)
            else:
                self.encoding = "utf-8"
                return block
        return self._from_windows(block)

    def _becomes_windows(self, block: bytes) -> None:
        if self.encoding or MANY_BYTES.search(block):
            raise refusal(self.path, MIXED)
        self.encoding = "cp1252"

    def _from_windows(self, block: bytes) -> bytes:
        try:
            return block.decode("cp1252").encode("utf-8")
        except UnicodeDecodeError:
            raise refusal(self.path, NEITHER) from None
