import { useEffect, useLayoutEffect, useRef, type ReactNode } from "react";
import type { Static } from "typebox";
import type { Me } from "../../people/contract/me.ts";
import { mondayOf, plusDays, type LocalDate } from "../../foundation/day.ts";
import { termSubjects } from "../rules/term-subjects.ts";
import { ConnectionNote, LiveVoice } from "./live/LiveVoice.tsx";
import { useDiary } from "./live/use-diary.ts";
import { AbsencePanel } from "./term/AbsencePanel.tsx";
import { TermTable } from "./term/TermTable.tsx";
import { WhatIf } from "./term/WhatIf.tsx";
import { ChangesOfWeek } from "./week/ChangesOfWeek.tsx";
import { DayButtons } from "./week/DayButtons.tsx";
import { DayPanel } from "./week/DayPanel.tsx";
import { useSideMoves } from "./week/use-side-moves.ts";
import { WeekBar } from "./week/WeekBar.tsx";
import { asDay, chosenDay, dayBeside, daysAwaited, daysShown, spanOf } from "./week/week-days.ts";
import { WeekEmpty } from "./week/WeekEmpty.tsx";
import { diaryWords as words } from "./words.ru.ts";

type Props = {
  me: Static<typeof Me>;
  pupilId: number;
  /** The day of the address; null is today. */
  asked: LocalDate | null;
  startedOn: LocalDate;
  onDay: (day: LocalDate | null, how: "push" | "replace") => void;
  childSwitch: ReactNode;
};

/** One child's week: a day in front on a phone, all days side by side on a wide screen. */
export function DiaryPage({ me, pupilId, asked, startedOn, onDay, childSwitch }: Props) {
  const diary = useDiary(pupilId, asked, startedOn, me);
  const { week, readAgain } = diary;
  const term = diary.term && { ...diary.term, subjects: termSubjects(diary.term.subjects) };
  const today = asDay(week?.today ?? startedOn);
  const monday = week ? asDay(week.monday) : mondayOf(asked ?? today);
  const front = week ? chosenDay(week, asked) : (asked ?? today);
  const weekBox = useRef<HTMLDivElement>(null);

  const span = week ? spanOf(week) : { from: monday, to: plusDays(monday, 5) };
  const heading = words.week(span.from, span.to, today);
  useEffect(() => {
    document.title = words.title(`${words.diary}, ${heading}`);
  }, [heading]);

  useLayoutEffect(() => {
    const top = weekBox.current?.getBoundingClientRect().top ?? 0;
    if (top < 0) weekBox.current?.scrollIntoView({ block: "start" });
  }, [front, pupilId]);

  const toDay = (to: LocalDate) => onDay(to, mondayOf(to) === monday ? "replace" : "push");
  const toWeek = (step: 1 | -1) => {
    const to = plusDays(monday, 7 * step);
    onDay(mondayOf(today) === to ? null : to, "push");
  };
  const moves = useSideMoves({
    onDay: (step) => toDay(week ? dayBeside(week, front, step) : plusDays(front, step)),
    onWeek: toWeek,
  });
  const days = week ? daysShown(week) : daysAwaited(monday);

  return (
    <>
      <div className="toprow">
        {childSwitch}
        <span className="grow" />
        {mondayOf(today) !== monday && (
          <button className="btn" type="button" onClick={() => onDay(null, "push")}>
            {words.thisWeek}
          </button>
        )}
        <WeekBar heading={heading} onWeek={toWeek} />
      </div>
      <DayButtons days={days} today={today} front={front} lit={diary.lit} onDay={toDay} />
      {week && <ChangesOfWeek week={week} />}
      <div className="cols" {...moves}>
        {week ? (
          <div className="week" ref={weekBox}>
            {days.map((d) => (
              <DayPanel key={d.day} day={d} today={today} front={d.day === front} lit={diary.lit} />
            ))}
          </div>
        ) : (
          <WeekEmpty state={diary.state} problem={diary.problem} onAgain={readAgain} onToday={() => onDay(null, "push")} />
        )}
        {term && (
          <aside className="side" aria-label={words.term(term.kind, term.term)}>
            <TermTable term={term} />
            <WhatIf key={pupilId} term={term} />
            <AbsencePanel term={term} days={days} />
          </aside>
        )}
      </div>
      <ConnectionNote state={diary.state} readAt={diary.readAt} timezone={me.school.timezone} />
      <LiveVoice news={diary.news} />
    </>
  );
}
