"""A language as someone would add it: one file with one value, here of a few words."""

from agent.language.language import Language, UnitName

PORTUGUESE = Language(
    code="pt",
    classes={"building": "edifício edifícios prédio prédios", "road": "estrada estradas rua ruas"},
    numbers={"três": 3, "oito": 8},
    units=(UnitName("m2", "area", 1.0, "metro quadrado|metros quadrados", tool_unit="m2"),),
    compass={"north": "norte", "west": "oeste"},
    why=r"\bpor qu[eê] motivo\b",
    how_many=r"\s*quant[oa]s [\w-]+(?: nov[oa]s)?(?: h[aá])?[\s?.!]*",
)
