"""Signs the PDF files named on standard input; run by the interpreter of `.judges/venv`.

Each line is `FILE<tab>SIGNED`. The first empty signature field is signed with a certificate made
here, as a person would who opens the file, and the signature is looked at again. Prints a line of
JSON for each file: how many fields it has, and what is wrong with the signature.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import sys
from pathlib import Path

from asn1crypto import keys, x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

PLAIN = StaticStampStyle(border_width=1, background=RawContent(b"", box=BoxConstraints(100, 30)))
"""A frame without text: the text of the library's own stamp is in a font that it does not embed."""


class KeepingWriter(IncrementalPdfFileWriter):
    """Adds the signature and leaves the metadata as it is: rewritten, it would lose its extension schema."""

    def _update_meta(self) -> None:
        pass


def signer() -> signers.SimpleSigner:
    """Return one who signs, with a certificate that vouches for itself."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = certificates.Name(
        [certificates.NameAttribute(certificates.NameOID.COMMON_NAME, "Paraugparakstitajs")]
    )
    made = (
        certificates.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(dt.datetime(2012, 1, 1))
        .not_valid_after(dt.datetime(2099, 1, 1))
        .add_extension(certificates.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return signers.SimpleSigner(
        signing_cert=x509.Certificate.load(made.public_bytes(serialization.Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),
    )


MOST_TRIES = 8


async def signed(file: Path, target: Path, who: signers.SimpleSigner) -> tuple[int, list[str]]:
    """Sign the first empty field of a file; return how many there are, and what is wrong afterwards.

    The library writes a line feed behind its streams. After one that ends with a carriage return, as chance
    has it, the two count as one line end (ISO 19005-2, 6.1.7.1): then it signs again, somewhere else.
    """
    for place in range(MOST_TRIES):
        count = await _sign(file, target, who, "Rēzekne" + "." * place)
        if not count:
            return 0, []
        if b"\r\nendstream" not in target.read_bytes()[file.stat().st_size :]:
            break
    return count, await wrong(target, who)


async def _sign(file: Path, target: Path, who: signers.SimpleSigner, place: str) -> int:
    """Sign the first empty field of a file; return how many there are."""
    with file.open("rb") as stream:
        writer = KeepingWriter(stream)
        names = [name for name, value, _ in fields.enumerate_sig_fields(writer.prev) if value is None]
        if not names:
            return 0
        metadata = signers.PdfSignatureMetadata(
            field_name=names[0],
            location=place,
            md_algorithm="sha256",
            subfilter=fields.SigSeedSubFilter.PADES,
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as output:
            await signers.PdfSigner(metadata, who, stamp_style=PLAIN).async_sign_pdf(
                writer, existing_fields_only=True, output=output
            )
    return len(names)


async def wrong(file: Path, who: signers.SimpleSigner) -> list[str]:
    """Return what is wrong with the signature of a signed file."""
    with file.open("rb") as stream:
        (found,) = PdfFileReader(stream).embedded_signatures
        status = await async_validate_pdf_signature(found, ValidationContext(trust_roots=[who.signing_cert]))
    says = [] if status.bottom_line else [f"the signature is not valid: {status.summary()}"]
    return says + ([] if found.field_name == "signature-1" else [f"signed {found.field_name}"])


def main() -> None:
    """Sign every file on standard input."""
    who = signer()
    for line in sys.stdin.read().splitlines():
        file, target = line.split("\t")
        try:
            count, says = asyncio.run(signed(Path(file), Path(target), who))
        except Exception as error:  # a file that cannot be signed is a judgment too
            count, says = 1, [f"cannot be signed ({type(error).__name__}: {error})"]
        print(json.dumps({"file": file, "fields": count, "faults": says}, ensure_ascii=False), flush=True)


main()
