"""Pages that are pictures, read by Tesseract where the machine has it."""

from screener.extract.ocr.documents import read_image, with_recognised
from screener.extract.ocr.office import with_pictures_read
from screener.extract.ocr.tool import OCR_SECONDS, OcrTool, find_tool

__all__ = ["OCR_SECONDS", "OcrTool", "find_tool", "read_image", "with_pictures_read", "with_recognised"]
