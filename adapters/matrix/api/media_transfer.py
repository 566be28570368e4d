"""Download and upload of files, with encryption for encrypted rooms.

https://spec.matrix.org/v1.11/client-server-api/#sending-encrypted-attachments
"""

from __future__ import annotations

from io import BytesIO

import msgspec
import structlog
from nio.client.async_client import AsyncClient
from nio.crypto.attachments import decrypt_attachment
from nio.exceptions import EncryptionError
from nio.responses import UploadError, UploadResponse

from adapters.matrix.api import media
from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.errors import Failure, failure
from adapters.matrix.api.retry import NETWORK_ERRORS
from bots.core.inbound import Attachment

log = structlog.get_logger()


async def download(client: MatrixClient, attachment: Attachment) -> bytes | None:
    """Return the content of an attachment, or None if we can't get it or it is too large."""
    try:
        source = msgspec.json.decode(attachment.source, type=media.Source)
        url = str(source.file["url"] if source.file else source.url)
        body = await client.download_at_most(url, media.LARGEST_DOWNLOAD)
        if body is None:
            log.warning("matrix-file-refused", name=attachment.name, size=attachment.size)
            return None
        return body if source.file is None else _decrypt(body, source.file)
    except (*NETWORK_ERRORS, msgspec.DecodeError, EncryptionError, KeyError, TypeError, ValueError) as error:
        log.warning("matrix-file-not-read", name=attachment.name, why=repr(error))
        return None


def _decrypt(ciphertext: bytes, file: dict[str, object]) -> bytes:
    key, hashes = file["key"], file["hashes"]
    if not isinstance(key, dict) or not isinstance(hashes, dict):
        raise TypeError("a key and hashes are needed")
    return bytes(decrypt_attachment(ciphertext, key["k"], hashes["sha256"], str(file["iv"])))


async def upload(client: AsyncClient, attachment: Attachment, data: bytes, *, encrypted: bool) -> Attachment | Failure:
    """Upload a file and return its new attachment. Raises network errors."""
    answer, keys = await client.upload(
        BytesIO(data), attachment.mime, attachment.name, encrypt=encrypted, filesize=len(data)
    )
    if isinstance(answer, UploadError):
        return failure(answer, "upload files")
    assert isinstance(answer, UploadResponse), "nio answers with one of the two"
    file = {**keys, "url": answer.content_uri} if keys else None
    source = media.Source(
        "m.file" if attachment.spoiler else media.kind_of(attachment.mime),
        url=None if keys else answer.content_uri,
        file=file,
    )
    return msgspec.structs.replace(attachment, source=msgspec.json.encode(source).decode(), size=len(data))
