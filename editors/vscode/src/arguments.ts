/** The command lines of tasks. */

/** A task as `tasks.json` has it. */
export interface TaskOf {
  command: string;
  decks?: readonly string[];
  options?: readonly string[];
}

/** The commands that a task may run. */
export const COMMANDS = ["check", "render", "review", "watch"];

/** The words after `slidekit`; nothing that begins with a dash is taken for an option by accident. */
export function words(task: TaskOf, lang: string): string[] {
  const decks = task.decks !== undefined && task.decks.length > 0 ? task.decks : ["."];
  return [
    task.command,
    ...(task.options ?? []),
    ...(lang === "" ? [] : ["--lang", lang]),
    "--",
    ...decks,
  ];
}
