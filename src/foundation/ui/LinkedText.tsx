import { boundRu } from "./bound.ru.ts";

const LINK = /(https?:\/\/[^\s<>"«»]+)/;
const TAIL = /[.,;:!?)\]]+$/;

/** A text whose web addresses can be followed; the sign of a page or an exercise stays with its number. */
export function LinkedText({ text }: { text: string }) {
  return text.split(LINK).map((part, at) => {
    if (at % 2 === 0 || !URL.canParse(part)) return boundRu(part);
    const tail = TAIL.exec(part)?.[0] ?? "";
    const address = part.slice(0, part.length - tail.length);
    return (
      <span key={at}>
        <a href={address} target="_blank" rel="noreferrer noopener">
          {address}
        </a>
        {tail}
      </span>
    );
  });
}
