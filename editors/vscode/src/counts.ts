/** How a deck stands, in the few signs that a status bar has room for. */

/** What the server found in one deck. */
export interface Counts {
  errors: number;
  warnings: number;
  others: number;
}

/** Severities as VS Code numbers them: 0 error, 1 warning, 2 information, 3 hint. */
export function counted(severities: Iterable<number>): Counts {
  const counts = { errors: 0, warnings: 0, others: 0 };
  for (const severity of severities) {
    counts[severity === 0 ? "errors" : severity === 1 ? "warnings" : "others"] += 1;
  }
  return counts;
}

/** The text of the status bar; `$(…)` are VS Code's own icons. */
export function shown({ errors, warnings, others }: Counts): string {
  const parts = [
    errors > 0 ? `$(error) ${String(errors)}` : "",
    warnings > 0 ? `$(warning) ${String(warnings)}` : "",
    others > 0 ? `$(info) ${String(others)}` : "",
  ].filter((part) => part !== "");
  return `slidekit ${parts.length > 0 ? parts.join(" ") : "$(check)"}`;
}
