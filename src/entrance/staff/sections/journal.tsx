import { createRoute, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { REMARK_ACTS } from "../../../control/rules/remarks/acts.ts";
import type { BesideProps } from "../../../journal/web/door.tsx";
import { JournalScreen, LessonScreen, PagesScreen, periods } from "../../../journal/web/door.tsx";
import { entranceWords as words } from "../../words.ru.ts";
import { PRINT_ACTS } from "../../../journal/rules/print-acts.ts";
import { mayAct } from "./section.ts";
import { keepsJournal } from "./my-day.tsx";
import type { StaffSection } from "./section.ts";

const PeriodsScreen = lazy(() => periods().then((screens) => ({ default: screens.PeriodsScreen })));
const PupilCard = lazy(() => periods().then((screens) => ({ default: screens.PupilCard })));

const numberOrNothing = (value: unknown): number | undefined =>
  Number.isInteger(Number(value)) && value !== "" && value !== undefined ? Number(value) : undefined;

const PageRemarks = lazy(() => import("../../../control/web/door.tsx").then((door) => ({ default: door.PageRemarks })));
const PrintScreen = lazy(() => import("../../../journal/web/print/PrintScreen.tsx").then((screen) => ({ default: screen.PrintScreen })));
const PrintList = lazy(() => import("../../../journal/web/print/PrintList.tsx").then((screen) => ({ default: screen.PrintList })));

/** The pages of the journal: their list and each of them. */
export const journalSection: StaffSection = {
  path: "/journal",
  icon: "journal",
  name: () => words.journal,
  shown: keepsJournal,
  routes: (root, me) => {
    const { timezone, name: school } = me.school;
    const Remarks = (props: BesideProps) => (
      <Suspense fallback={null}>
        <PageRemarks {...props} personId={me.personId} />
      </Suspense>
    );
    const Beside = mayAct(me, REMARK_ACTS["control.remark.page"]) ? Remarks : undefined;
    const pages = createRoute({ getParentRoute: () => root, path: "/journal", component: () => <PagesScreen title={words.title(words.journal)} /> });
    const page = createRoute({
      getParentRoute: () => root,
      path: "/journal/$pageId",
      validateSearch: (search: Record<string, unknown>): { term?: number; lesson?: number } => {
        const [term, lesson] = [numberOrNothing(search["term"]), numberOrNothing(search["lesson"])];
        return { ...(term === undefined ? {} : { term }), ...(lesson === undefined ? {} : { lesson }) };
      },
      component: function Page() {
        const { pageId }: { pageId: string } = page.useParams();
        const { term, lesson } = page.useSearch();
        const navigate = useNavigate();
        const to = (next: number) => void navigate({ to: "/journal/$pageId", params: { pageId }, search: { term: next } });
        return (
          <JournalScreen key={pageId} pageId={Number(pageId)} term={term} lessonId={lesson} timezone={timezone} school={school} onTerm={to} Beside={Beside} />
        );
      },
    });
    const topics = createRoute({
      getParentRoute: () => root,
      path: "/journal/$pageId/topics",
      validateSearch: (search: Record<string, unknown>): { term?: number } => {
        const term = numberOrNothing(search["term"]);
        return term === undefined ? {} : { term };
      },
      component: function Topics() {
        const { pageId }: { pageId: string } = topics.useParams();
        const { term } = topics.useSearch();
        const navigate = useNavigate();
        const to = (next: number) => void navigate({ to: "/journal/$pageId/topics", params: { pageId }, search: { term: next } });
        return <JournalScreen key={pageId} pageId={Number(pageId)} term={term} timezone={timezone} school={school} onTerm={to} view="topics" />;
      },
    });
    const lesson = createRoute({
      getParentRoute: () => root,
      path: "/lesson/$pageId/$lessonId",
      component: function Lesson() {
        const { pageId, lessonId }: { pageId: string; lessonId: string } = lesson.useParams();
        return <LessonScreen key={lessonId} pageId={Number(pageId)} lessonId={Number(lessonId)} timezone={timezone} />;
      },
    });
    const results = createRoute({
      getParentRoute: () => root,
      path: "/journal/$pageId/results",
      component: function Results() {
        const { pageId }: { pageId: string } = results.useParams();
        return (
          <Suspense fallback={null}>
            <PeriodsScreen key={pageId} pageId={Number(pageId)} timezone={timezone} />
          </Suspense>
        );
      },
    });
    const print = createRoute({
      getParentRoute: () => root,
      path: "/journal/$pageId/print",
      validateSearch: (search: Record<string, unknown>): { term: number } => ({ term: numberOrNothing(search["term"]) ?? 0 }),
      component: function Print() {
        const { pageId }: { pageId: string } = print.useParams();
        const { term } = print.useSearch();
        return (
          <Suspense fallback={null}>
            <PrintScreen pageId={Number(pageId)} term={term} school={school} />
          </Suspense>
        );
      },
    });
    const pupil = createRoute({
      getParentRoute: () => root,
      path: "/pupil/$pupilId",
      component: function Pupil() {
        const { pupilId }: { pupilId: string } = pupil.useParams();
        return (
          <Suspense fallback={null}>
            <PupilCard key={pupilId} pupilId={Number(pupilId)} />
          </Suspense>
        );
      },
    });
    const prints = createRoute({
      getParentRoute: () => root,
      path: "/journal/print",
      component: () => (
        <Suspense fallback={null}>
          <PrintList title={words.title(words.prints)} />
        </Suspense>
      ),
    });
    const listed = mayAct(me, PRINT_ACTS["journal.print.list"]) ? [prints] : [];
    return [pages, page, topics, lesson, results, pupil, print, ...listed];
  },
};
