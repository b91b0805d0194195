import { numberRu } from "../../../foundation/count.ru.ts";
import { NORMS } from "../norms.ts";
import type { NormCode } from "../norms.ts";
import { literalRu } from "./literals.ru.ts";
import { isDeadline } from "./value.ru.ts";

type Shape = {
  type?: string;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  items?: Shape;
  minItems?: number;
  pattern?: string;
  properties?: object;
};

const QUOTED = 8;

/** Which values a norm takes, in words: «целое число от 1 до 28». */
export function boundsRu(code: string): string {
  if (!Object.hasOwn(NORMS, code)) return "";
  if (isDeadline(code)) return "срок, например «до 5 сентября», «через 3 ч после последнего урока класса», «7 дней со дня работы»";
  return ofShape(NORMS[code as NormCode].shape, code);
}

function ofShape(shape: Shape, code: string): string {
  const choices = shape.enum ?? shape.anyOf?.map((one) => one.const).filter((one) => one !== undefined);
  if (choices && choices.length > 0)
    return choices.length <= QUOTED ? `одно из: ${choices.map((one) => literalRu(code, String(one))).join("; ")}` : "одно из названных положением";
  if (shape.anyOf) {
    const some = shape.anyOf.filter(({ type }) => type !== "null");
    return `${some.map((one) => ofShape(one, code)).join(" или ")}${some.length < shape.anyOf.length ? " или ничего" : ""}`;
  }
  if (shape.type === "integer" || shape.type === "number") {
    const whole = shape.type === "integer" ? "целое число" : "число";
    const said = (n: number | undefined, word: string) => (n === undefined ? "" : ` ${word} ${numberRu(n)}`);
    return `${whole}${said(shape.minimum, "от")}${said(shape.maximum, "до")}`;
  }
  if (shape.type === "boolean") return "да или нет";
  if (shape.type === "array")
    return shape.items?.enum
      ? `список из: ${shape.items.enum
          .map((one) => literalRu(code, String(one)))
          .slice(0, QUOTED)
          .join("; ")}`
      : `список${shape.minItems ? ", не пустой" : ""}`;
  if (shape.type === "object") return "значение с несколькими частями, как в реестре норм";
  return shape.pattern?.includes("h") ? "промежуток времени, например 30 мин или 2 ч" : "текст";
}
