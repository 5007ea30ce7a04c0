"""An explanation as one small page that stands alone: no request, no script, everything escaped."""

import base64
import hashlib
from pathlib import Path

from assets.explaining.explanation import Explanation
from assets.explaining.printing import columns_shown, years_of
from assets.explaining.telling import Telling

TEMPLATE = Path(__file__).parent / "card.html.jinja"
STYLE = Path(__file__).parent / "card.css"


def card(explanation: Explanation, telling: Telling) -> str:
    """HTML of the card; the tree opens with the keyboard as with the mouse, and prints."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATE.parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = STYLE.read_text(encoding="utf-8").strip()
    return environment.get_template(TEMPLATE.name).render(
        explanation=explanation,
        telling=telling,
        said=telling.said,
        years_of=years_of,
        shown=columns_shown(explanation),
        style=style,
        # the one thing the page may use besides its text
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
