/** `slidekit check`, `render`, `review` and `watch` as tasks, their findings in the Problems view. */

import * as vscode from "vscode";

import { COMMANDS, type TaskOf, words } from "./arguments";
import { spoken } from "./speech";
import { located } from "./surroundings";

const TYPE = "slidekit";
/** Severities are read by their English names; for the French ones there is a matcher each. */
const MATCHERS = ["$slidekit", "$slidekit-erreur", "$slidekit-avertissement", "$slidekit-information"];

/** What `Tasks: Run Task` offers. */
export class Tasks implements vscode.TaskProvider {
  async provideTasks(): Promise<vscode.Task[]> {
    const tasks: vscode.Task[] = [];
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const task = await made({ type: TYPE, command: "check" }, folder, folder.uri);
      if (task !== undefined) {
        tasks.push(task);
      }
    }
    return tasks;
  }

  async resolveTask(task: vscode.Task): Promise<vscode.Task | undefined> {
    const { command } = task.definition as TaskOf & vscode.TaskDefinition;
    const folder = typeof task.scope === "object" ? task.scope : vscode.workspace.workspaceFolders?.[0];
    return COMMANDS.includes(command) ? made(task.definition, folder, folder?.uri) : undefined;
  }
}

/** Run a command on a deck or a folder, in a terminal; gives back its exit code, `undefined` where it could not run. */
export async function run(of: TaskOf, place: vscode.Uri): Promise<number | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(place);
  const task = await made({ type: TYPE, ...of }, folder, place);
  if (task === undefined) {
    return undefined;
  }
  return new Promise((resolve, reject) => {
    let begun: vscode.TaskExecution | undefined;
    const ended = vscode.tasks.onDidEndTaskProcess((event) => {
      if (event.execution === begun || event.execution.task === task) {
        ended.dispose();
        resolve(event.exitCode);
      }
    });
    vscode.tasks.executeTask(task).then((execution) => (begun = execution), reject);
  });
}

async function made(
  definition: vscode.TaskDefinition,
  folder: vscode.WorkspaceFolder | undefined,
  place: vscode.Uri | undefined,
): Promise<vscode.Task | undefined> {
  const found = await located(place);
  if ("looked" in found) {
    return undefined;
  }
  const of = definition as TaskOf & vscode.TaskDefinition;
  const cwd = folder?.uri.fsPath ?? (place === undefined ? undefined : vscode.Uri.joinPath(place, "..").fsPath);
  const task = new vscode.Task(
    definition,
    folder ?? vscode.TaskScope.Workspace,
    of.command,
    TYPE,
    new vscode.ProcessExecution(found.command, words(of, spoken()), cwd === undefined ? {} : { cwd }),
    MATCHERS,
  );
  task.isBackground = of.command === "watch";
  task.presentationOptions = { clear: true, reveal: vscode.TaskRevealKind.Always, focus: false };
  return task;
}
