import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { uiWords } from "../../../foundation/ui/ui.ru.ts";
import { PagesSearch } from "../day/PagesSearch.tsx";
import { useMyPages } from "../day/use-my-pages.ts";
import type { Page } from "../grid/page-model.ts";
import { Terms } from "./Terms.tsx";

/** Another page of the journal, found by typing; on a phone another term too, for which the bar has no room. */
export function ChoosePage({ title, page, onTerm, onClose }: { title: string; page: Page; onTerm: (term: number) => void; onClose: () => void }) {
  const pages = useMyPages();
  return (
    <Dialog
      title={title}
      className="choose"
      onClose={onClose}
      footer={
        <button className="btn" type="button" onClick={onClose}>
          {uiWords.close}
        </button>
      }
    >
      <Terms
        page={page}
        onTerm={(term) => {
          onTerm(term);
          onClose();
        }}
      />
      {pages.data && <PagesSearch pages={pages.data.pages} focusField onChosen={onClose} />}
    </Dialog>
  );
}
