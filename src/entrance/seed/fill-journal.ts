import { bringAbsences } from "../../attendance/server/door.ts";
import { ABSENCE_KINDS } from "../../attendance/rules/absence-kind.ts";
import type { Transaction } from "../../foundation/database.ts";
import { daysBetween, instantOf, plusDays } from "../../foundation/day.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { addWorkTypes, bringMarks, bringNotes, bringTermMarks, signBroughtPages } from "../../journal/server/door.ts";
import { lessonsBetween } from "../../timetable/server/door.ts";
import type { DatedLessonRow } from "../../timetable/server/door.ts";
import type { Built } from "./build-school.ts";
import { curriculumOf } from "./curriculum.ts";
import type { Subject } from "./curriculum.ts";
import { Columns } from "./columns.ts";
import { pupilLife } from "./pupil-life.ts";
import type { PupilLife } from "./pupil-life.ts";
import type { Random } from "./random.ts";
import { homeworkOf, NO_HOMEWORK, topicOf } from "./topics.ru.ts";
import { USUAL_WORK, markedShare, workOf } from "./works.ru.ts";

const NOT_ATTESTED = 101;
/** Reasons 2 to 5 of the presets: by the parents' word, a contest, an order, none that excuses. */
const REASONS_OF_ABSENT = [2, 2, 3, 4, 5, 2];
const ASKED_AFTER = 5;
/** Days back for which homework has its minutes. */
const TOLD_SINCE = 21;
const [NONE, ABSENT, ILL, LATE] = ABSENCE_KINDS.map((_, i) => i) as [number, number, number, number];

type PageFacts = {
  subject: Subject;
  hours: number;
  gradeLevel: number;
  homework: number;
  hardness: number;
  held: number;
  marks: number;
  absences: number;
  notes: number;
};
type Sum = { sum: number; count: number };

/** The school's zone and days around which the journal is filled; `oral` is the part of a class that answers in a usual lesson. */
export type Filling = {
  timezone: string;
  today: LocalDate;
  /** The last study day before today: its gaps are fresher than those of older days. */ yesterday: LocalDate;
  now: Date;
  oral: number;
};

/** Fills the journal of a made school week by week, as teachers do: with gaps, works, illness and late entries. */
export class JournalFiller {
  readonly #built: Built;
  readonly #random: Random;
  readonly #timezone: string;
  readonly #now: Date;
  readonly #oral: number;
  readonly #pages: Map<number, PageFacts>;
  readonly #members = new Map<number, { pupilId: number; from: LocalDate; to: LocalDate | null }[]>();
  readonly #lives: Map<number, PupilLife>;
  readonly #terms = new Map<string, Sum>();
  #workTypes = new Map<string, number>();
  readonly #yesterday: LocalDate;
  readonly #today: LocalDate;

  constructor(built: Built, random: Random, { timezone, today, yesterday, now, oral }: Filling) {
    this.#built = built;
    this.#random = random;
    this.#timezone = timezone;
    this.#now = now;
    this.#oral = oral;
    this.#today = today;
    this.#yesterday = yesterday;
    this.#pages = new Map(
      built.pages.map((p) => {
        const { gradeLevel } = built.teaching.classes[p.classNo]!;
        const { subject } = curriculumOf(gradeLevel).find((s) => s.subject.name === p.subject)!;
        return [
          p.pageId,
          {
            subject,
            hours: p.hours,
            gradeLevel,
            homework: gradeLevel === 1 ? 0 : subject.homework,
            hardness: random.bell() * 0.25,
            held: 0,
            marks: 0,
            absences: 0,
            notes: 0,
          },
        ];
      }),
    );
    for (const m of built.members) {
      const list = this.#members.get(m.groupId) ?? [];
      list.push({ pupilId: m.pupilId, from: m.from, to: m.to ?? null });
      this.#members.set(m.groupId, list);
    }
    this.#lives = new Map(built.pupils.map((p) => [p.pupilId, pupilLife(random, p.ability, built.calendar.startsOn, built.calendar.endsOn)]));
  }

  /** Brings in what was written about the lessons of some days; lessons of today only when they are over. */
  async days(tx: Transaction, from: LocalDate, to: LocalDate): Promise<void> {
    const { schoolId } = this.#built;
    if (this.#workTypes.size === 0) this.#workTypes = await addWorkTypes(tx, schoolId, []);
    const columns = new Columns();
    for (const lesson of await lessonsBetween(tx, schoolId, from, to < this.#today ? to : this.#today)) {
      if (lesson.cancelled) continue;
      const ended = instantOf(lesson.day, lesson.ends ?? "18:00", this.#timezone);
      if (ended <= this.#now) this.#lesson(lesson, ended, columns);
    }
    await bringNotes(tx, schoolId, columns.notes);
    await bringMarks(tx, schoolId, columns.marks);
    await bringAbsences(tx, schoolId, columns.absences);
  }

  /** The homeroom teacher asked about what is older than some days; illness is said by its kind. */
  #reason(day: LocalDate, pupilId: number, kind: number): number | null {
    if (kind !== ABSENT || daysBetween(day, this.#today) < ASKED_AFTER) return null;
    return REASONS_OF_ABSENT[(pupilId + Number(day.slice(8))) % REASONS_OF_ABSENT.length] ?? null;
  }

  #lesson(lesson: DatedLessonRow, ended: Date, columns: Columns): void {
    const page = this.#pages.get(lesson.pageId)!;
    const random = this.#random;
    const by = lesson.substituteId ?? lesson.teacherId;
    const n = page.held++;
    const work = workOf(page.subject, page.gradeLevel, n);
    this.#note(lesson, page, n, work, by, ended, columns);
    const share = work === null ? this.#oral : markedShare(work);
    const fresh = lesson.day === this.#today ? 0.6 : 1;
    for (const m of this.#members.get(lesson.groupId) ?? []) {
      if (m.from > lesson.day || (m.to !== null && m.to < lesson.day)) continue;
      const life = this.#lives.get(m.pupilId)!;
      const kind = life.isIll(lesson.day) ? ILL : random.chance(life.truancy) ? ABSENT : random.chance(lesson.slot === 1 ? 0.02 : 0.003) ? LATE : NONE;
      if (kind !== NONE) {
        columns.absence(lesson, m.pupilId, by, kind, this.#reason(lesson.day, m.pupilId, kind), this.#at(ended, -random.int(30)));
        page.absences++;
      }
      if (kind === ABSENT || kind === ILL || page.gradeLevel === 1 || !random.chance(share * fresh)) continue;
      const value = life.mark(random, page.hardness);
      columns.mark(lesson, m.pupilId, by, this.#workTypes.get(work ?? USUAL_WORK)!, value, this.#at(ended, random.int(50) - 20));
      page.marks++;
      this.#count(lesson, m.pupilId, value);
    }
  }

  /** So many minutes after a lesson's end, but nothing is written in the future. */
  #at(ended: Date, minutes: number): Date {
    return new Date(Math.min(ended.getTime() + minutes * 60_000, this.#now.getTime()));
  }

  #count(lesson: DatedLessonRow, pupilId: number, value: number): void {
    const key = `${lesson.pageId}|${lesson.term}|${pupilId}`;
    const sum = this.#terms.get(key) ?? { sum: 0, count: 0 };
    sum.sum += value;
    sum.count++;
    this.#terms.set(key, sum);
  }

  #note(lesson: DatedLessonRow, page: PageFacts, n: number, work: string | null, by: number, ended: Date, columns: Columns): void {
    const random = this.#random;
    const [noTopic, noHomework] = lesson.day === this.#today ? [0.3, 0.4] : lesson.day === this.#yesterday ? [0.14, 0.2] : [0.015, 0.03];
    const topic = random.chance(noTopic) ? null : topicOf(page.subject.name, n, page.hours);
    const set = random.chance(page.homework) ? homeworkOf(page.subject.name, n, random.next()) : NO_HOMEWORK;
    const homework = page.gradeLevel === 1 || random.chance(noHomework) ? null : set;
    if (topic === null && homework === null && work === null) return;
    // teachers name the minutes since some weeks only
    const told = homework !== null && homework !== NO_HOMEWORK && daysBetween(lesson.day, this.#today) < TOLD_SINCE;
    const minutes = told ? 10 + 5 * ((n + page.gradeLevel) % 4) + (page.gradeLevel > 8 ? 10 : 0) : null;
    const late = lesson.day < this.#yesterday && random.chance(0.03);
    columns.note(
      lesson,
      by,
      work === null ? null : this.#workTypes.get(work)!,
      late,
      this.#at(ended, late ? 26 * 60 : random.int(40) - 10),
      topic,
      homework,
      minutes,
    );
    page.notes++;
  }

  /** Marks of the terms that are over, from what stands in the journal, and one row in each page's chain that says it was brought in. */
  async close(tx: Transaction, source: string): Promise<{ marks: number; absences: number; notes: number }> {
    const { schoolId, calendar, pages, heads } = this.#built;
    const over = calendar.terms.filter((t) => t.endsOn < this.#today);
    const m = { pageId: [] as number[], pupilId: [] as number[], setBy: [] as number[], term: [] as number[], value: [] as number[], setAt: [] as Date[] };
    for (const page of pages) {
      const { gradeLevel } = this.#pages.get(page.pageId)!;
      if (gradeLevel === 1) continue;
      for (const term of over.filter((t) => t.gradeLevels.includes(gradeLevel))) {
        for (const member of this.#members.get(page.groupId) ?? []) {
          if (member.from > term.endsOn || (member.to !== null && member.to < term.endsOn)) continue;
          const sum = this.#terms.get(`${page.pageId}|${term.term}|${member.pupilId}`);
          m.pageId.push(page.pageId);
          m.pupilId.push(member.pupilId);
          m.setBy.push(page.teacherId);
          m.term.push(term.term);
          m.value.push(sum ? Math.max(2, Math.round(sum.sum / sum.count)) : NOT_ATTESTED);
          m.setAt.push(instantOf(plusDays(term.endsOn, -2), "16:00", this.#timezone));
        }
      }
    }
    if (m.pageId.length > 0) await bringTermMarks(tx, schoolId, m);
    const counts = pages.map(({ pageId }) => ({ pageId, ...pickCounts(this.#pages.get(pageId)!) }));
    await signBroughtPages(tx, schoolId, heads.administrator, this.#now, source, counts);
    return counts.reduce((sum, c) => ({ marks: sum.marks + c.marks, absences: sum.absences + c.absences, notes: sum.notes + c.notes }), {
      marks: 0,
      absences: 0,
      notes: 0,
    });
  }
}

const pickCounts = ({ marks, absences, notes }: PageFacts) => ({ marks, absences, notes });
