/** The heading of a cell, where a phone shows the row as a block. */
export const CellWord = ({ text }: { text: string }) => <span class="cell-word">{text}: </span>;
