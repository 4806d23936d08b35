"""The whole story of one trip: Trip -> named documents as bytes."""

from generator.pipeline.story import (
    DATA,
    FORMATS,
    Rendered,
    RenderedFile,
    checked,
    document_kinds,
    inputs,
    kinds_in,
    laid_out_documents,
    preview,
    render_trip,
)

__all__ = [
    "DATA",
    "FORMATS",
    "Rendered",
    "RenderedFile",
    "checked",
    "document_kinds",
    "inputs",
    "kinds_in",
    "laid_out_documents",
    "preview",
    "render_trip",
]
