import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openWorkbookPackage } from '#core/reports/forms/open-package.ts'
import { MAX_RATIO, MAX_UNPACKED_BYTES } from '#core/reports/forms/zip-archive.ts'
import { comparePackages, partText } from './compare-packages.ts'
import { refusalOf } from './refusal-of.ts'
import { fixture, smallParts, smallWorkbook, zipParts } from './small-workbook.ts'

const codeOf = (bytes: Uint8Array): string => refusalOf(() => openWorkbookPackage(bytes)).code

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Puts a number into the central directory's entry of that name. */
function forgeDirectory(file: Uint8Array, name: string, offset: number, value: number): Uint8Array {
  const forged = Uint8Array.from(file)
  const view = new DataView(forged.buffer)
  const wanted = Buffer.from(name)
  for (let at = 0; at + 46 < forged.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const found = Buffer.from(forged.subarray(at + 46, at + 46 + wanted.length))
    if (found.equals(wanted)) view.setUint32(at + offset, value, true)
  }
  return forged
}

describe('opening a workbook', () => {
  it('tells sheets with their parts and whether they are hidden', () => {
    const { sheets, date1904 } = openWorkbookPackage(fixture('kaisai-houkokusho.xlsx'))
    expect(sheets).toEqual([
      { name: '様式第3号', part: 'xl/worksheets/sheet1.xml', hidden: 'visible', kind: 'worksheet' },
      { name: 'リスト', part: 'xl/worksheets/sheet2.xml', hidden: 'hidden', kind: 'worksheet' },
    ])
    expect(date1904).toBe(false)
  })

  it('follows relationships, not the numbers in file names', () => {
    const parts = smallParts({ sheets: { 一: '<sheetData/>', 二: '<sheetData/>' } })
    parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace(
      /Target="worksheets\/sheet(\d)\.xml"/g,
      (_whole, number: string) => `Target="/xl/worksheets/sheet${String(3 - Number(number))}.xml"`,
    )
    const { sheets } = openWorkbookPackage(zipParts(parts))
    expect(sheets.map((sheet) => sheet.part)).toEqual([
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet1.xml',
    ])
  })

  it('reads strict workbooks with prefixes, and dates from 1904', () => {
    const opened = openWorkbookPackage(
      smallWorkbook({
        parts: {
          'xl/workbook.xml':
            '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:rel="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="名簿 &amp; 表" sheetId="1" state="veryHidden" rel:id="rId1"/></x:sheets></x:workbook>',
        },
      }),
    )
    expect(opened.date1904).toBe(true)
    expect(opened.sheets).toEqual([
      { name: '名簿 & 表', part: 'xl/worksheets/sheet1.xml', hidden: 'veryHidden', kind: 'worksheet' },
    ])
  })

  it('finds parts whatever their case and slashes', () => {
    const parts = smallParts()
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    delete parts['xl/worksheets/sheet1.xml']
    parts['xl\\Worksheets\\Sheet1.xml'] = sheet
    const opened = openWorkbookPackage(zipParts(parts))
    expect(opened.partText('xl/worksheets/sheet1.xml')).toContain('sheetData')
    expect(opened.partNames).toContain('xl/Worksheets/Sheet1.xml')
  })

  it('reads parts in UTF-16 and gives them back as UTF-8', () => {
    const xml = '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData/></worksheet>'
    const opened = openWorkbookPackage(
      smallWorkbook({
        parts: {
          'xl/worksheets/sheet1.xml': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]),
        },
      }),
    )
    expect(opened.partText('xl/worksheets/sheet1.xml')).toBe(xml.replace('UTF-16', 'UTF-8'))
  })
})

describe('writing a workbook back', () => {
  const bytes = fixture('jisseki-houkokusho.xlsx')

  it('copies what did not change, in order, and says the same twice', () => {
    const changes = new Map([['xl/theme/theme1.xml', '<theme/>']])
    const written = openWorkbookPackage(bytes).writePackage(changes)
    const difference = comparePackages(bytes, written)
    expect(difference).toEqual({ added: [], removed: [], changed: ['xl/theme/theme1.xml'], sameOrder: true })
    expect(partText(written, 'xl/theme/theme1.xml')).toBe('<theme/>')
    expect(Buffer.compare(written, openWorkbookPackage(bytes).writePackage(changes))).toBe(0)
  })

  it('adds and removes parts', () => {
    const written = openWorkbookPackage(bytes).writePackage(
      new Map([
        ['xl/calcChain.xml', null],
        ['xl/new.xml', '<new/>'],
      ]),
    )
    expect(comparePackages(bytes, written)).toEqual({
      added: ['xl/new.xml'],
      removed: ['xl/calcChain.xml'],
      changed: [],
      sameOrder: true,
    })
  })
})

describe('bad input', () => {
  it('refuses what is no workbook', () => {
    expect(codeOf(new Uint8Array())).toBe('not-a-workbook')
    expect(codeOf(strToU8('氏名,電話\n'))).toBe('not-a-workbook')
    expect(codeOf(zipSync({ 'readme.txt': strToU8('hello') }))).toBe('not-a-workbook')
    expect(codeOf(smallWorkbook({ parts: { 'xl/workbook.xml': null } }))).toBe('not-a-workbook')
    expect(codeOf(smallWorkbook({ parts: { 'xl/workbook.xml': '<document/>' } }))).toBe('not-a-workbook')
  })

  it('tells an old .xls from an encrypted .xlsx', () => {
    const old = Buffer.concat([Buffer.from(OLE), Buffer.alloc(512), Buffer.from('Workbook', 'utf16le')])
    const encrypted = Buffer.concat([
      Buffer.from(OLE),
      Buffer.alloc(512),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(codeOf(old)).toBe('old-workbook')
    expect(codeOf(encrypted)).toBe('workbook-encrypted')
  })

  it('refuses a workbook cut off anywhere', () => {
    const whole = fixture('kaisai-houkokusho.xlsx')
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      expect(codeOf(whole.subarray(0, Math.floor(whole.length * part)))).toBe('workbook-truncated')
    }
  })

  it('refuses a part whose bytes were damaged, and XML that ends too early', () => {
    const damaged = Uint8Array.from(fixture('kaisai-houkokusho.xlsx'))
    // Within the packed bytes of xl/workbook.xml, the third entry.
    const at = Buffer.from(damaged).indexOf('xl/workbook.xml') + 200
    damaged.set([0xff, 0x00, 0xff], at)
    expect(codeOf(damaged)).toBe('workbook-truncated')
    expect(codeOf(smallWorkbook({ parts: { 'xl/workbook.xml': '<workbook><sheets>' } }))).toBe(
      'workbook-truncated',
    )
  })

  it('refuses 200 MB out of 200 KB before unpacking it', () => {
    const bomb = smallWorkbook({ parts: { 'xl/media/zero.bin': new Uint8Array(200 * 1024 * 1024) } })
    expect(bomb.length).toBeLessThan(250_000)
    const before = process.memoryUsage().arrayBuffers
    expect(codeOf(bomb)).toBe('workbook-too-large')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
  })

  it('refuses what is under the cap but packed too tight to be honest', () => {
    const bomb = smallWorkbook({ parts: { 'xl/media/zero.bin': new Uint8Array(40 * 1024 * 1024) } })
    expect(40 * 1024 * 1024).toBeLessThan(MAX_UNPACKED_BYTES)
    expect((40 * 1024 * 1024) / bomb.length).toBeGreaterThan(MAX_RATIO)
    expect(codeOf(bomb)).toBe('workbook-too-large')
  })

  it('holds an entry to the size it declared', () => {
    const honest = smallWorkbook({
      parts: { 'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(60_000_000)}<sheetData/></worksheet>` },
    })
    const lying = forgeDirectory(honest, 'xl/worksheets/sheet1.xml', 24, 1000)
    const opened = openWorkbookPackage(lying)
    expect(refusalOf(() => opened.partText('xl/worksheets/sheet1.xml')).code).toBe('workbook-too-large')
  })

  it('refuses document types', () => {
    const xml = '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook><sheets/></workbook>'
    expect(codeOf(smallWorkbook({ parts: { 'xl/workbook.xml': xml } }))).toBe('workbook-hostile')
    const sheet = openWorkbookPackage(
      smallWorkbook({ parts: { 'xl/worksheets/sheet1.xml': '<!doctype x><worksheet/>' } }),
    )
    expect(refusalOf(() => sheet.partText('xl/worksheets/sheet1.xml')).code).toBe('workbook-hostile')
  })

  it.each([
    '../evil.xml',
    'xl/../../evil.xml',
    '/xl/evil.xml',
    '\\xl\\evil.xml',
    'C:/evil.xml',
    'xl\\..\\..\\evil.xml',
  ])('refuses the path %s', (name) => {
    expect(codeOf(smallWorkbook({ parts: { [name]: '<evil/>' } }))).toBe('workbook-hostile')
  })

  it('refuses two parts of one name, in whatever case', () => {
    expect(codeOf(smallWorkbook({ parts: { 'XL/Workbook.xml': '<workbook/>' } }))).toBe('workbook-hostile')
  })

  it('refuses entries that share their bytes', () => {
    const file = smallWorkbook()
    const sharing = forgeDirectory(file, '[Content_Types].xml', 20, file.length - 100)
    expect(codeOf(sharing)).toBe('workbook-hostile')
  })

  it('refuses targets that lead out of the package', () => {
    const rels =
      '<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="../../etc/passwd"/></Relationships>'
    expect(codeOf(smallWorkbook({ parts: { '_rels/.rels': rels } }))).toBe('workbook-hostile')
  })
})
