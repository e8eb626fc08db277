// Gives each part of a slide in both languages its `lang`, which Markdown cannot say: the slide's classes do,
// `and-fr-CA second-p-2-4`, as slidekit.writers.marp.both writes them. Without it, all is in the deck's first language.
const numbers = (classes, name) =>
  new Set(classes.flatMap((one) => (one.startsWith(`${name}-`) ? one.slice(name.length + 1).split('-').map(Number) : [])))
const after = (classes, name) => classes.find((one) => one.startsWith(`${name}-`))?.slice(name.length + 1)

// A cell, or what stands under a picture, in both languages has ` ⏎ ` between them; an author's own break has no spaces around it.
const split = (inline, lang, Token) => {
  const at = inline.children.findIndex((child) => child.type === 'text' && child.content.includes(' \n '))
  if (at < 0) return
  const text = inline.children[at]
  const end = text.content.indexOf(' \n ') + 3
  const rest = new Token('text', '', 0)
  rest.content = text.content.slice(end)
  text.content = text.content.slice(0, end)
  const open = new Token('slidekit_lang_open', 'span', 1)
  open.attrSet('lang', lang)
  inline.children.splice(at + 1, 0, open, rest)
  inline.children.push(new Token('slidekit_lang_close', 'span', -1))
}

class Slide {
  constructor(token) {
    const classes = (token.attrGet('class') ?? '').split(/\s+/)
    this.second = after(classes, 'and')
    const p = new Set([...numbers(classes, 'second-p'), ...numbers(classes, 'other-p')])
    this.marked = { p, h3: numbers(classes, 'second-h3'), blockquote: numbers(classes, 'paired-blockquote') }
    this.open = []
    this.counts = {}
    const own = after(classes, 'in')
    if (own) token.attrSet('lang', own)
  }

  // Whether what opens here is in the second language.
  isSecond(tag) {
    const around = this.open.at(-1)
    const counts = around ? around.counts : this.counts
    const count = (counts[tag] = (counts[tag] ?? 0) + 1)
    if (!around) return tag === 'h1' || tag === 'h2' ? count > 1 : tag !== 'blockquote' && !!this.marked[tag]?.has(count)
    if (tag !== 'p') return false
    return around.tag === 'li' ? count === 2 : around.tag === 'blockquote' && around.paired && count % 2 === 0
  }

  visit(token, Token) {
    if (token.type === 'marp_math_block' && !this.open.length) this.isSecond('p')
    if (token.type === 'inline' && this.second && (['td', 'th'].includes(this.open.at(-1)?.tag) || token.children[0]?.type === 'image'))
      split(token, this.second, Token)
    if (token.nesting > 0) {
      const isSecond = this.isSecond(token.tag)
      if (isSecond && this.second) token.attrSet('lang', this.second)
      const paired = token.tag === 'blockquote' && !this.open.length && this.marked.blockquote.has(this.counts.blockquote)
      this.open.push({ tag: token.tag, counts: {}, paired })
    } else if (token.nesting < 0) this.open.pop()
  }
}

module.exports = (md) =>
  md.core.ruler.push('slidekit_languages', (state) => {
    let slide
    for (const token of state.tokens) {
      if (token.type === 'marpit_slide_open') slide = new Slide(token)
      else if (token.type === 'marpit_slide_close') slide = undefined
      else slide?.visit(token, state.Token)
    }
  })
