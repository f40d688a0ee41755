"""What a package index shows: the README, and where the project lives.

The address of the repository is known only where a release is built: there ``REPOSITORY_URL`` holds it, and
``MANUAL_URL`` that of the manual. Without them no link is made up.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

PICTURE = re.compile(r"^!\[([^\]]*)\]\((?!https?:)([^)]+)\)\n\n", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?:)([^)]+)\)")


class IndexPage(MetadataHookInterface):
    """Fills in ``readme`` and ``urls``, which pyproject.toml calls dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Lead links and pictures to the repository; where its address is not known, leave the words of the links."""
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        home = os.environ.get("REPOSITORY_URL", "").rstrip("/")
        tagged = f"v{metadata['version']}"
        picture = rf"![\1]({home}/raw/{tagged}/\2)\n\n" if home else ""
        link = rf"[\1]({home}/blob/{tagged}/\2)" if home else r"\1"
        text = LINK.sub(link, PICTURE.sub(picture, text))
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
        if home:
            metadata["urls"] = {
                "Source": home,
                "Changelog": f"{home}/blob/{tagged}/CHANGELOG.md",
                "Issues": f"{home}/issues",
                "Documentation": os.environ.get("MANUAL_URL") or f"{home}/tree/{tagged}/docs",
            }
