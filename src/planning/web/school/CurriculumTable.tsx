import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { useId, useState } from "react";
import { planWords } from "../plans/plans-words.ru.ts";
import type { Curriculum } from "../plans/use-plans.ts";
import { cellKey } from "./cells.ts";
import type { Cells } from "./cells.ts";
import { weeklyTyped } from "./weekly-typed.ts";

const words = planWords.curriculum;

type Props = { data: Curriculum; cells: Cells; subjects: readonly string[]; onCells: (cells: Cells) => void; onSubjects: (subjects: string[]) => void };

/** Subjects down, grades across, hours a week in the cells; the sum of every grade below. */
export function CurriculumTable({ data, cells, subjects, onCells, onSubjects }: Props) {
  const [adding, setAdding] = useState("");
  const [field, list] = [useId(), useId()];
  const grades = [...new Set([...data.grades, ...data.lines.map((line) => line.gradeLevel)])].toSorted((a, b) => a - b);
  const sum = (grade: number) => subjects.reduce((all, subject) => all + (weeklyTyped(cells.get(cellKey(subject, grade)) ?? "") ?? 0), 0);
  const add = () => {
    const name = adding.trim();
    if (name !== "" && !subjects.includes(name)) onSubjects([...subjects, name]);
    setAdding("");
  };
  return (
    <ScrollBox className="panel" label={words.region}>
      <table className="table curriculum">
        <thead>
          <tr>
            <th scope="col">{words.subject}</th>
            {grades.map((grade) => (
              <th key={grade} scope="col" className="num">
                {words.grade(grade)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject) => (
            <tr key={subject}>
              <th scope="row">{subject}</th>
              {grades.map((grade) => {
                const key = cellKey(subject, grade);
                const text = cells.get(key) ?? "";
                return (
                  <td key={grade} className="num">
                    {data.mayWrite ? (
                      <input
                        className="input"
                        inputMode="decimal"
                        aria-label={words.cell(subject, grade)}
                        aria-invalid={text.trim() !== "" && weeklyTyped(text) === null}
                        value={text}
                        onChange={(event) => onCells(new Map(cells).set(key, event.target.value))}
                      />
                    ) : (
                      text
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{words.sum}</th>
            {grades.map((grade) => (
              <td key={grade} className="num">
                <b>{planWords.number(sum(grade))}</b>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {data.mayWrite && (
        <form
          className="under"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <label className="vh" htmlFor={field}>
            {words.addLabel}
          </label>
          <input
            id={field}
            className="input find"
            list={list}
            maxLength={120}
            placeholder={words.addLabel}
            value={adding}
            onChange={(event) => setAdding(event.target.value)}
          />
          <datalist id={list}>
            {data.subjects
              .filter((name) => !subjects.includes(name))
              .map((name) => (
                <option key={name}>{name}</option>
              ))}
          </datalist>
          <button className="btn small" type="submit">
            {words.add}
          </button>
        </form>
      )}
    </ScrollBox>
  );
}
