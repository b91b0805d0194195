import { Navigate, createRoute } from "@tanstack/react-router";
import { JOURNAL_ACTS } from "../../../journal/rules/acts.ts";
import { MyDayScreen } from "../../../journal/web/door.tsx";
import type { Me } from "../../App.tsx";
import { entranceWords as words } from "../../words.ru.ts";
import { NoSections } from "../NoSections.tsx";
import { myClassSection } from "./my-class.tsx";
import { mayAct } from "./section.ts";
import type { StaffSection } from "./section.ts";

export const keepsJournal = (me: Me): boolean => mayAct(me, JOURNAL_ACTS["journal.page.list"]);

/** The first page: the lessons of the day for who has them, else the first section that the person has. */
export const myDaySection: StaffSection = {
  path: "/",
  icon: "day",
  name: () => words.myDay,
  shown: keepsJournal,
  exact: true,
  routes: (root, me) => [
    createRoute({
      getParentRoute: () => root,
      path: "/",
      component: () => {
        if (keepsJournal(me)) return <MyDayScreen timezone={me.school.timezone} title={words.title(words.myDay)} />;
        return myClassSection.shown(me) ? <Navigate to={myClassSection.path} replace /> : <NoSections />;
      },
    }),
  ],
};
