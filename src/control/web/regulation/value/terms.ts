import { refusalToSetNorm } from "../../../../regulation/rules/norms.ts";

/** A form of deadline as a person chooses it: its words, the numbers it asks for, and the text of the regulation that it makes. */
export type TermForm = {
  readonly id: string;
  /** What each number counts: a key of the words. */
  readonly parts: readonly ("hours" | "minutes" | "days" | "workingDays" | "date" | "month")[];
  readonly make: (numbers: readonly number[]) => string;
  /** The numbers of a text that has this form; null when it has another. */
  readonly read: (text: string) => number[] | null;
  readonly usual: readonly number[];
};

const two = (n: number) => String(n).padStart(2, "0");
const plain = (id: string): TermForm => ({ id, parts: [], make: () => id, read: (text) => (text === id ? [] : null), usual: [] });
const numbersOf = (pattern: RegExp) => (text: string) => {
  const found = pattern.exec(text);
  return found ? found.slice(1).map((each) => Number(each ?? 0)) : null;
};
const span = (hours: number, minutes: number) => (hours > 0 ? `${hours}h` : "") + (minutes > 0 || hours === 0 ? `${minutes}m` : "");
const days = (id: string, before: string, usual: number): TermForm => ({
  id,
  parts: ["days"],
  make: ([n = 0]) => `${before}${n}d`,
  read: numbersOf(new RegExp(`^${before.replaceAll(/[+.]/g, "\\$&")}(\\d+)d$`)),
  usual: [usual],
});

/** Every form in the order of its offering; a norm takes those whose text its register line takes. */
const FORMS: readonly TermForm[] = [
  {
    id: "class_day_end +",
    parts: ["hours", "minutes"],
    make: ([h = 0, m = 0]) => `class_day_end + ${span(h, m)}`,
    read: numbersOf(/^class_day_end \+ (?:(\d+)h)?(?:(\d+)m)?$/),
    usual: [3, 0],
  },
  plain("lesson_date.end"),
  plain("school_day.end"),
  plain("next_lesson"),
  days("work_date +", "work_date + ", 7),
  days("lesson_date +", "lesson_date + ", 7),
  { id: "wd", parts: ["workingDays"], make: ([n = 0]) => `${n}wd`, read: numbersOf(/^(\d+)wd$/), usual: [3] },
  days("d", "", 7),
  { id: "h", parts: ["hours", "minutes"], make: ([h = 0, m = 0]) => span(h, m), read: numbersOf(/^(?=\d)(?:(\d+)h)?(?:(\d+)m)?$/), usual: [1, 0] },
  {
    id: "date",
    parts: ["date", "month"],
    make: ([d = 1, m = 9]) => `${two(m)}-${two(d)}`,
    read: (text) => numbersOf(/^(\d\d)-(\d\d)$/)(text)?.toReversed() ?? null,
    usual: [5, 9],
  },
  days("period_end -", "period_end - ", 14),
  plain("period_end"),
  days("period_end +", "period_end + ", 2),
  { id: "month+1", parts: ["date"], make: ([d = 1]) => `month+1:${two(d)}`, read: numbersOf(/^month\+1:(\d\d)$/), usual: [8] },
  plain("month_end"),
  plain("week_end"),
  plain("year_start"),
  days("year_start -", "year_start - ", 3),
  plain("year_end"),
  plain("by_order"),
  plain("none"),
];

/** The forms that the norm takes, each tried on the register itself. */
export const formsOf = (code: string): TermForm[] => FORMS.filter((form) => refusalToSetNorm(code, form.make(form.usual)) === null);

/** The form of a text with its numbers; null for a text that none of them writes: it stays as it is until another form is chosen. */
export function formOf(forms: readonly TermForm[], text: string): { form: TermForm; numbers: number[] } | null {
  for (const form of forms) {
    const numbers = form.read(text);
    if (numbers && form.make(numbers) === text) return { form, numbers };
  }
  return null;
}
