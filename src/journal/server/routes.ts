import { bind, bindFile, bindUpload } from "../../foundation/serve.ts";
import { changeLessonRoute, swapLessonsRoute } from "../../timetable/contract/change-lesson.ts";
import { moveLessonRoute } from "../../timetable/contract/move-lesson.ts";
import { takeLessonRoute } from "../../timetable/contract/take-lesson.ts";
import { saveWeekRoute } from "../../timetable/contract/school-week.ts";
import { lateTermsRoute } from "../contract/late-terms.ts";
import { journalPageRoute, myPagesRoute } from "../contract/journal-page.ts";
import { cellHistoryRoute, setLessonRoute } from "../contract/set-lesson.ts";
import { setMarkRoute, setTermMarkRoute } from "../contract/set-mark.ts";
import { addWorkTypeRoute, changeWorkTypeRoute, workTypesRoute } from "../contract/work-types.ts";
import { nearDaysRoute } from "../contract/near-days.ts";
import { cellHistory } from "./cell-history.ts";
import { changeLesson } from "./change-lesson.ts";
import { openPageRoute } from "../contract/open-page.ts";
import { openPage } from "./open-page.ts";
import { journalPage } from "./journal-page.ts";
import { lateTerms } from "./late-terms.ts";
import { myPages } from "./my-pages.ts";
import { setPupilNoteRoute } from "../contract/set-pupil-note.ts";
import { setPupilNote } from "./lesson/set-pupil-note.ts";
import { lessonHintsRoute } from "../contract/lesson-hints.ts";
import { lessonHints } from "./lesson/lesson-hints.ts";
import { attachFileRoute, attachLinkRoute, readAttachmentRoute, removeAttachmentRoute } from "../contract/attachments.ts";
import { admitFile, attachFile, attachLink, readAttachment, removeAttachment } from "./lesson/attach.ts";
import { nearDays } from "./near-days.ts";
import { lessonRecordsRoute } from "../contract/lesson-records.ts";
import { lessonRecords } from "./lesson/lesson-records.ts";
import { classHomeworkRoute, unwrittenLessonsRoute } from "../contract/lesson-check.ts";
import { classHomework } from "./lesson/class-homework.ts";
import { unwrittenLessons } from "./lesson/unwritten-lessons.ts";
import { setLesson } from "./lesson/set-lesson.ts";
import { setMark } from "./set-mark.ts";
import { PERIOD_ROUTES } from "./periods/routes.ts";
import { setTermMark } from "./periods/set-term-mark.ts";
import { swapLessons } from "./swap-lessons.ts";
import { moveLesson } from "./week/move-lesson.ts";
import { takeLesson } from "./week/take-lesson.ts";
import { saveWeek } from "./week/save-week.ts";
import { accumulationRoute } from "../contract/accumulation.ts";
import { accumulation } from "./accumulation/accumulation.ts";
import { CHANGE_ROUTES } from "./changes/routes.ts";
import { CONTROL_WORK_ROUTES } from "./works/routes.ts";
import { addWorkType } from "./works/add-work-type.ts";
import { changeWorkType } from "./works/change-work-type.ts";
import { workTypes } from "./works/work-types.ts";

export const JOURNAL_ROUTES = [
  ...CONTROL_WORK_ROUTES,
  ...CHANGE_ROUTES,
  bind(accumulationRoute, accumulation),
  bind(workTypesRoute, workTypes),
  bind(addWorkTypeRoute, addWorkType),
  bind(changeWorkTypeRoute, changeWorkType),
  bind(myPagesRoute, myPages),
  bind(lateTermsRoute, lateTerms),
  bind(nearDaysRoute, nearDays),
  bind(journalPageRoute, journalPage),
  bind(openPageRoute, openPage),
  bind(setMarkRoute, setMark),
  bind(setTermMarkRoute, setTermMark),
  bind(setLessonRoute, setLesson),
  bind(classHomeworkRoute, classHomework),
  bind(unwrittenLessonsRoute, unwrittenLessons),
  bind(lessonRecordsRoute, lessonRecords),
  bindUpload(attachFileRoute, admitFile, attachFile),
  bind(attachLinkRoute, attachLink),
  bind(removeAttachmentRoute, removeAttachment),
  bindFile(readAttachmentRoute, readAttachment),
  bind(lessonHintsRoute, lessonHints),
  bind(setPupilNoteRoute, setPupilNote),
  bind(cellHistoryRoute, cellHistory),
  bind(changeLessonRoute, changeLesson),
  bind(swapLessonsRoute, swapLessons),
  bind(saveWeekRoute, saveWeek),
  bind(takeLessonRoute, takeLesson),
  bind(moveLessonRoute, moveLesson),
  ...PERIOD_ROUTES,
];
