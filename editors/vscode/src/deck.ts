/** What a deck looks like from outside: other YAML files of a project are none of ours. */

const KEY = /^\uFEFF?(?:slidekit|"slidekit"|'slidekit')[ \t]*:(?:[ \t\r\n]|$)/m;

/** Whether a text is a deck: it has the key that says which version of the format it is in. */
export function isDeck(text: string): boolean {
  return KEY.test(text);
}
