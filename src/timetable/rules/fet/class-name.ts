export type ClassName = { gradeLevel: number | null; letter: string };

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const SIGN = String.raw`[\s"'.\-\u2013\u2014\u00ab\u00bb\u201c\u201d\u201e]*`;
const ARABIC_NAME = new RegExp(String.raw`^${SIGN}0?(1[0-2]|[1-9])(?!\d)${SIGN}(.*?)${SIGN}$`, "u");
const ROMAN_NAME = new RegExp(String.raw`^${SIGN}([IVX]+)(?!\p{L})${SIGN}(.*?)${SIGN}$`, "u");

/**
 * The year level (1 to 12) and the letter of a class from its name: `8 a`, `07a`, `1-B`, `XI-A`.
 * When the name begins with no level, the name of the year that holds the class is asked.
 */
export function classNameOf(name: string, yearName = ""): ClassName {
  const own = levelAndRest(name);
  if (own) return own;
  const year = levelAndRest(yearName);
  return { gradeLevel: year && year.letter === "" ? year.gradeLevel : null, letter: name };
}

function levelAndRest(name: string): ClassName | null {
  const arabic = ARABIC_NAME.exec(name);
  if (arabic) return { gradeLevel: Number(arabic[1]), letter: arabic[2] ?? "" };
  const roman = ROMAN_NAME.exec(name);
  const level = roman ? ROMAN.indexOf(roman[1]!) + 1 : 0;
  return level > 0 ? { gradeLevel: level, letter: roman![2] ?? "" } : null;
}
