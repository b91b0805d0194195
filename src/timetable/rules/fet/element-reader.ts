import type { XmlNode } from "./xml-tree.ts";

/** Reads elements and remembers which, so that what nobody asked for can be counted at the end. */
export type ElementReader = {
  one(parent: XmlNode | undefined, ...names: string[]): XmlNode | undefined;
  all(parent: XmlNode | undefined, name: string): XmlNode[];
  text(parent: XmlNode | undefined, ...names: string[]): string;
  /** Counts an element as read; what stands inside it is still asked for one by one. */
  take(node: XmlNode): void;
  /** Counts an element read so far as not understood after all. */
  forget(node: XmlNode): void;
  /** Counts a whole element as understood and without effect, under the kind given. */
  settle(node: XmlNode, kind: string): void;
  leftovers(root: XmlNode): { notUnderstood: Record<string, number>; understoodWithoutEffect: Record<string, number> };
};

/** Elements that change nothing in Parta when their text is one of these; `*` is any text. */
const WITHOUT_EFFECT: Record<string, readonly string[]> = {
  "fet/Mode": ["Official"],
  "Activity_Tag/Printable": ["*"],
  "Teacher/Target_Number_of_Hours": ["0"],
  "Year/Number_of_Categories": ["*"],
  "Year/Separator": ["*"],
  "Year/First_Category_Is_Permanent": ["*"],
  "Room/Virtual": ["false", "no", "0"],
  ConstraintBasicCompulsoryTime: ["*"],
  ConstraintBasicCompulsorySpace: ["*"],
};

export function elementReader(): ElementReader {
  const seen = new Set<XmlNode>();
  const settled = new Map<XmlNode, string>();
  const take = (nodes: XmlNode[]) => {
    for (const node of nodes) seen.add(node);
    return nodes;
  };
  const one = (parent: XmlNode | undefined, ...names: string[]) => take(parent?.children.filter((child) => names.includes(child.name)).slice(0, 1) ?? [])[0];

  return {
    one,
    all: (parent, name) => take(parent?.children.filter((child) => child.name === name) ?? []),
    text: (parent, ...names) => one(parent, ...names)?.text ?? "",
    take: (node) => void seen.add(node),
    forget: (node) => void seen.delete(node),
    settle: (node, kind) => void settled.set(node, kind),
    leftovers(root) {
      const notUnderstood: Record<string, number> = {};
      const understoodWithoutEffect: Record<string, number> = {};
      const add = (counts: Record<string, number>, kind: string) => (counts[kind] = (counts[kind] ?? 0) + 1);
      const visit = (node: XmlNode, parent: XmlNode | null) => {
        const kind = node.name.startsWith("Constraint") || !parent ? node.name : `${parent.name}/${node.name}`;
        const own = settled.get(node);
        if (own !== undefined) return add(understoodWithoutEffect, own);
        if (parent && !seen.has(node)) {
          const allowed = WITHOUT_EFFECT[kind];
          const silent = node.text === "" && node.children.length === 0;
          return add(silent || allowed?.includes("*") || allowed?.includes(node.text) ? understoodWithoutEffect : notUnderstood, kind);
        }
        for (const child of node.children) visit(child, node);
      };
      visit(root, null);
      return { notUnderstood, understoodWithoutEffect };
    },
  };
}

/** FET writes `true`/`false`; its older versions wrote `yes`/`no`. */
export function isTrue(text: string, otherwise: boolean): boolean {
  return text === "" ? otherwise : /^(?:true|yes|1)$/i.test(text);
}

/** A whole number from 0, or null. */
export function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
