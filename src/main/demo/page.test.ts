import { describe, expect, it } from 'vitest'
import { readForms } from './page.ts'

describe('forms of a page', () => {
  it('hold what a browser would send: hidden fields, ticked radios, chosen options, text', () => {
    const html = `<form action="/a"><input name="q"></form>
      <form method="post" action="/b?x=1&amp;y=2" enctype="multipart/form-data">
      <input type="hidden" name="_csrf" value="t&quot;1"><input type="radio" name="r" value="1"><input type="radio" name="r" value="2" checked>
      <input type="checkbox" name="c" value="yes"><select name="s"><option value="">-</option><option value="71" selected>Astana</option></select>
      <textarea name="t">\nа &lt; б</textarea><input type="file" name="f"><button name="b" value="1">ok</button></form>`
    expect(readForms(html, 'http://x/p')).toEqual([
      { action: '/a', method: 'get', multipart: false, fields: { q: '' } },
      {
        action: '/b?x=1&y=2',
        method: 'post',
        multipart: true,
        fields: { _csrf: 't"1', r: '2', s: '71', t: 'а < б' },
      },
    ])
  })
  it('go to the page itself when they name no address', () => {
    expect(readForms('<form method="post"></form>', 'http://x/p')[0]?.action).toBe('http://x/p')
  })
})
