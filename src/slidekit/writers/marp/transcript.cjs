// An engine for marp-cli: takes drawings as data, and colours terminal transcripts by who speaks, as slidekit.show.terminal tells them apart.
// Editors that do not load it show the same words, the prompts coloured by highlight.js.
const roles = { '>': 'prompt', $: 'prompt', '❯': 'prompt', '●': 'reply', '⏺': 'reply', '⎿': 'tool', '└': 'tool', '∴': 'thought' }
const languages = require('./languages.cjs')
// As on the slides of the other outputs: few fonts have the signs of real transcripts.
const drawn = { '⎿': '└', '⏺': '●' }
const signed = /^([>$❯●⏺∴]|[ \t]*[⎿└])(?:([ \u00a0].*)|)$/u
const stage = /^\[.*\]\s*$/u

const transcript = (code, escape) => {
  let role = 'plain'
  const line = (text) => {
    const found = signed.exec(text)
    if (found) {
      role = roles[found[1].trim()]
      const words = `<span class="terminal-${role}">${escape(found[2] ?? '')}</span>`
      return `<span class="terminal-sign terminal-sign-${role}">${escape(found[1].replace(/[⎿⏺]/u, (sign) => drawn[sign]))}</span>${words}`
    }
    return text ? `<span class="terminal-${stage.test(text) ? 'stage' : role}">${escape(text)}</span>` : ''
  }
  return code.split('\n').map(line).join('\n')
}

module.exports = ({ marp }) =>
  marp.use(languages).use((md) => {
    const { highlight } = md.options
    // markdown-it takes pictures of pixels as data, but no drawings; ours have been checked, and in an <img> nothing runs
    const { validateLink } = md
    md.validateLink = (url) => /^data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+$/.test(url) || validateLink(url)
    md.options.highlight = (code, lang, attrs) =>
      lang === 'terminal' || lang === 'console'
        ? transcript(code, md.utils.escapeHtml)
        : highlight(code, lang, attrs)
  })
