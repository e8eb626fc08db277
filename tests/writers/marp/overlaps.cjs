// Opens pages that marp-cli made in a browser, and prints as JSON what stands outside its slide or over something else.
const puppeteer = require('puppeteer-core')

// In the page: slides as large as they are shown, then every element of theirs with its box in CSS pixels.
const look = () => {
  const wrong = []
  for (const parent of document.querySelectorAll('.bespoke-marp-parent')) parent.style.cssText = 'position: static; overflow: visible'
  for (const sheet of document.querySelectorAll('svg[data-marpit-svg]'))
    sheet.style.cssText = 'display: block !important; position: static !important; width: 1280px; height: 720px; visibility: visible'
  document.querySelectorAll('section').forEach((slide, at) => {
    const place = slide.getBoundingClientRect()
    const scale = 1280 / place.width
    const boxes = [...slide.children]
      .filter((one) => one.tagName !== 'FOOTER')
      .map((one) => {
        const box = one.getBoundingClientRect()
        return {
          name: `${one.tagName} ${one.textContent.trim().slice(0, 30)}`,
          cut: one.tagName === 'PRE' && (one.scrollHeight > one.clientHeight + 12 || one.scrollWidth > one.clientWidth + 12),
          left: (box.left - place.left) * scale, right: (box.right - place.left) * scale,
          top: (box.top - place.top) * scale, bottom: (box.bottom - place.top) * scale,
        }
      })
      .filter((box) => box.right - box.left > 1 && box.bottom > 0)
    if (!slide.querySelector('img')) // pictures may reach the slide's edges, and stand behind words
      boxes.forEach((one, index) => {
        if (one.cut) wrong.push([at + 1, 'cut', one.name])
        if (one.bottom > 722 || one.right > 1282 || one.left < -2) wrong.push([at + 1, 'outside', one.name])
        for (const other of boxes.slice(index + 1)) {
          const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
          const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
          if (wide > 3 && high > 4) wrong.push([at + 1, 'over', one.name, other.name])
        }
      })
  })
  return { slides: document.querySelectorAll('section').length, wrong }
}

const main = async ([browser, ...files]) => {
  const chrome = await puppeteer.launch({ executablePath: browser, args: ['--no-sandbox'] })
  const found = {}
  for (const file of files) {
    const page = await chrome.newPage()
    await page.setViewport({ width: 1280, height: 720 })
    await page.goto(`file://${file}`)
    found[file] = await page.evaluate(look)
    await page.close()
  }
  await chrome.close()
  console.log(JSON.stringify(found))
}
main(process.argv.slice(2))
