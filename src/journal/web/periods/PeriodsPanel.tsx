import { Link } from "@tanstack/react-router";
import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { uiWords } from "../../../foundation/ui/ui.ru.ts";
import { EMPTY_CELL, tokensOf } from "../grid/cell.ts";
import type { GridState } from "../grid/grid-state.ts";
import { closedBy, isTermClosed } from "../grid/page-model.ts";
import { journalWords } from "../words.ru.ts";
import { periodWords as words } from "./period-words.ru.ts";

/** Beside the results, on a wide screen. */
export function PeriodsPanel({ state }: { state: GridState }) {
  return (
    <aside className="aside" aria-label={words.page.terms}>
      <PeriodsAbout state={state} />
    </aside>
  );
}

/** The same in a window, for a phone, where the grid takes the whole width. */
export function PeriodsDialog({ state, onClose }: { state: GridState; onClose: () => void }) {
  return (
    <Dialog
      className="aside-window"
      title={words.page.terms}
      onClose={onClose}
      footer={
        <button className="btn" type="button" onClick={onClose}>
          {uiWords.close}
        </button>
      }
    >
      <PeriodsAbout state={state} />
    </Dialog>
  );
}

/** On what the results are put, how far they are, and what of them needs a look. */
function PeriodsAbout({ state }: { state: GridState }) {
  const { page, columns, rows } = state.model;
  const nameOf = new Map(rows.map((row) => [row.pupilId, row.name]));
  const said = (term: number) => {
    const of = [...page.terms, ...page.periods].find((one) => one.term === term);
    return of ? journalWords.term.full(of.term, of.kind) : "";
  };
  const marked = page.termMarks.filter((one) => one.mark !== null && nameOf.has(one.pupil));
  const attention = marked.flatMap((one) => {
    const mark = one.mark ?? "";
    const lines = [
      ...(one.short ? [words.page.short(mark, said(one.term))] : []),
      ...(one.late ? [words.page.late(mark, said(one.term))] : []),
      ...(one.offered !== null && one.offered !== one.mark ? [words.page.changed(one.offered, mark, said(one.term))] : []),
    ];
    return lines.map((line, at) => ({ key: `${one.pupil}:${one.term}:${at}`, pupil: one.pupil, line }));
  });
  return (
    <>
      <section>
        <h2>{words.page.basis}</h2>
        {page.assessment ? (
          <p>
            <a href={page.assessment.address} target="_blank" rel="noreferrer">
              {page.assessment.title}
            </a>
          </p>
        ) : (
          <p className="soft">{words.page.noBasis}</p>
        )}
        <p className="soft">{words.page.offeredFull}</p>
      </section>
      <section>
        <h2>{words.page.terms}</h2>
        <ul>
          {columns.map((column, k) => {
            if (column.at !== "term") return null;
            const { term } = column;
            const open = rows.flatMap((_, r) => (closedBy(state.model, r, k) === "not_in_group" ? [] : [r]));
            const put = open.filter((r) => tokensOf(state.cells[r]?.[k] ?? EMPTY_CELL).length > 0).length;
            return (
              <li key={column.id}>
                <b>{journalWords.term.full(term.term, term.kind)}</b> {words.page.put(put, open.length)}
                {term.closedOn !== null && (
                  <span className="badge t-cancel">
                    <Icon name="lock" />
                    {isTermClosed(page, term) || term.openThrough === null ? words.page.closed(term.closedOn) : words.page.openThrough(term.openThrough)}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <section>
        <h2>{words.page.attention}</h2>
        {attention.length === 0 ? (
          <p className="soft">{words.page.nothing}</p>
        ) : (
          <ul>
            {attention.map(({ key, pupil, line }) => (
              <li key={key}>
                <Link to="/pupil/$pupilId" params={{ pupilId: String(pupil) }}>
                  {nameOf.get(pupil)}
                </Link>
                <br />
                <span className="soft">{line}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {page.brought.length > 0 && (
        <section>
          <h2>{words.page.brought}</h2>
          <ul>
            {page.brought.map((one) => (
              <li key={`${one.pupil}:${one.no}`}>
                <Link to="/pupil/$pupilId" params={{ pupilId: String(one.pupil) }}>
                  {nameOf.get(one.pupil) ?? words.page.card}
                </Link>
                <br />
                <span className="soft">
                  {words.page.broughtLine(one.mark, one.day, one.counts)}. {one.source}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
