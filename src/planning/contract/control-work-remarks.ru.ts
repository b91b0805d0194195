import { countRu } from "../../foundation/count.ru.ts";
import { dayRu } from "../../foundation/day.ru.ts";
import type { Remark, RemarkFacts } from "../rules/control-works/remarks.ts";

type Say = { [L in Remark["limit"]]: (f: RemarkFacts[L]) => string };

const SAY: Say = {
  max: ({ subject, planned, allowed, quarters }) =>
    `${subject}: ${countRu(planned, "контрольная", "контрольные", "контрольных")} ${quarters > 1 ? "за полугодие" : "за четверть"}, а норма не больше ${allowed}.`,
  hoursShare: ({ planned, allowed, percent, yearLessons }) =>
    `На работы уйдёт ${countRu(planned, "урок", "урока", "уроков")} из ${yearLessons}. Норма ${percent} % часов предмета, это ${allowed}.`,
  perDay: ({ day, others }) => `У класса ${dayRu(day)} уже есть оценочная процедура: ${others.join(", ")}.`,
  edgeLessons: ({ edge }) => `Это ${edge === "first" ? "первый" : "последний"} урок класса в этот день.`,
  interval: ({ other, apart, days }) =>
    apart === 0
      ? `По этому предмету в параллели в тот же день уже стоит другая работа.`
      : `По этому предмету в параллели ${dayRu(other)} стоит другая работа, между ними ${countRu(apart, "день", "дня", "дней")}. Норма не меньше ${days}.`,
  length: ({ lessons, minutes, allowed, perLesson }) =>
    lessons > allowed
      ? `Работа на ${countRu(lessons, "урок", "урока", "уроков")}, а норма не больше ${allowed}.`
      : `${countRu(minutes, "минута", "минуты", "минут")} не помещаются: в уроке не больше ${perLesson}.`,
};

/** The sentence of a limit that a planned work passes: the same before saving and in a refusal. */
export const remarkRu = ({ limit, facts }: { limit: string; facts: Readonly<Record<string, unknown>> }): string =>
  (SAY[limit as Remark["limit"]] as (f: typeof facts) => string)(facts);
