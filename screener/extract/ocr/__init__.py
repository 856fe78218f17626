"""Pages that are pictures, read by Tesseract where the machine has it: `documents` and `office`, which only who has scans needs to load."""

from screener.extract.ocr.tool import OCR_SECONDS, OcrTool, find_tool

__all__ = ["OCR_SECONDS", "OcrTool", "find_tool"]
