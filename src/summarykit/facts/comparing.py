"""What two figures that contradict each other are told by: both of them and both places."""

from dataclasses import dataclass
from decimal import Decimal

from summarykit.diagnostics import Code, Finding, Message, Path, Place, Severity, message
from summarykit.l10n import numbers


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure at `path`, and the other one, at `other`, that it is held against."""

    path: Path
    name: str
    figure: object
    other: Path
    whole: str
    total: object

    @property
    def _told(self) -> dict[str, object]:
        return {
            "name": self.name,
            "figure": self.figure,
            "total": self.total,
            "place": Place(path=self.other).field,
        }

    def exceeds(self, code: Code, severity: Severity = Severity.ERROR) -> Finding:
        """Return the finding that the figure is more than the other one."""
        return Finding(
            severity,
            code,
            message(
                "{name} {figure} is more than {whole} {total} in {place}",
                whole=self.whole,
                **self._told,
            ),
            Place(path=self.path),
            message("compare the two figures, or correct what they belong to"),
        )

    def differs(self) -> Finding:
        """Return the finding that both say the same fact, with different figures."""
        return Finding(
            Severity.WARNING,
            Code.FACT_STATED_TWICE,
            message("{name} is {figure} here, but {total} in {place}", **self._told),
            Place(path=self.path),
            message(
                "compare the two figures; where they count different people, let the name, "
                "the date or the definition say so"
            ),
        )


def product_differs(
    factors: tuple[Decimal, Decimal], stated: object, path: Path, hint: Message
) -> Finding:
    """Return the finding that two figures do not make the total stated at `path`."""
    one, other = factors
    terms = f"{numbers.plain(one)} × {numbers.plain(other)}"
    return Finding(
        Severity.WARNING,
        Code.TOTAL_DIFFERS_FROM_PARTS,
        message(
            "{arithmetic}, but {stated} is stated",
            arithmetic=f"{terms} = {numbers.plain(one * other)}",
            stated=stated,
        ),
        Place(path=path),
        hint,
    )
