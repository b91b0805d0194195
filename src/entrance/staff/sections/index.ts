import { accumulationSection } from "./accumulation.tsx";
import { correctionsSection, myChangesSection } from "./changes.tsx";
import { controlWorksSection } from "./control-works.tsx";
import { controlSection } from "./control.tsx";
import { diarySection } from "./diary.tsx";
import { groupsSection } from "./groups.tsx";
import { dutiesSection } from "./duties.tsx";
import { journalSection } from "./journal.tsx";
import { lessonsCheckSection } from "./lessons-check.tsx";
import { myClassSection } from "./my-class.tsx";
import { myDaySection } from "./my-day.tsx";
import { readinessSection } from "./regulation/readiness.tsx";
import { regulationSection } from "./regulation/regulation.tsx";
import { inspectionsSection } from "./control/inspections.tsx";
import { reportsSection } from "./control/reports.tsx";
import { remarksSection } from "./control/remarks.tsx";
import { schoolDutiesSection } from "./control/school-duties.tsx";
import { resultsSection } from "./results.tsx";
import { plansSection } from "./plans.tsx";
import type { StaffSection } from "./section.ts";
import { schoolAttendanceSection } from "./school-attendance.tsx";
import { sessionsSection } from "./sessions.tsx";
import { substitutionsSection } from "./substitutions.tsx";
import { timetableSection } from "./timetable.tsx";
import { workTypesSection } from "./work-types.tsx";

/** All sections in the order of the rail. On a phone the first four stand on the bar, the others behind one button. */
export const SECTIONS: readonly StaffSection[] = [
  myDaySection,
  journalSection,
  dutiesSection,
  controlSection,
  schoolDutiesSection,
  reportsSection,
  remarksSection,
  inspectionsSection,
  myClassSection,
  plansSection,
  substitutionsSection,
  resultsSection,
  controlWorksSection,
  accumulationSection,
  myChangesSection,
  correctionsSection,
  schoolAttendanceSection,
  lessonsCheckSection,
  groupsSection,
  timetableSection,
  workTypesSection,
  regulationSection,
  readinessSection,
  diarySection,
  sessionsSection,
];
