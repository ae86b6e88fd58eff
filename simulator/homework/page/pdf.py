"""The page as a PDF, where the extra for it is installed."""

import logging

from simulator.language import _


class PdfError(Exception):
    """A PDF that cannot be made here; a sentence for people says why and what to do."""


def pdf_of(html: str) -> bytes:
    """A page of `page_of` as a PDF. Opens no file and asks nothing of a network.

    Raises `PdfError` where WeasyPrint, or what it needs from the system, is missing.
    """
    try:
        from weasyprint import HTML  # noqa: PLC0415 - heavy, and an extra
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except (ImportError, OSError) as error:
        raise PdfError(
            _(
                "A PDF needs the extra “pdf” (pip install 'dialogue-practice-simulator[pdf]') and "
                "the Pango library of the system. Without them, --html writes the same page; any "
                "browser prints it to a PDF."
            )
        ) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    nothing = URLFetcher(allowed_protocols=())
    return bytes(HTML(string=html, url_fetcher=nothing).write_pdf() or b"")
