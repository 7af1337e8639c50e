import { strToU8 } from 'fflate'
import { everyFeatureParts } from './every-feature.ts'
import { zipParts } from './small-workbook.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const sml = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

type Parts = Record<string, string | Uint8Array>

const text = (parts: Parts, part: string): string => {
  const found = parts[part]
  if (typeof found !== 'string') throw new Error(`${part} is no text`)
  return found
}

/** A change that must make a difference. */
function replace(parts: Parts, part: string, from: string | RegExp, to: string): void {
  const before = text(parts, part)
  const after = before.replace(from, () => to)
  if (after === before) throw new Error(`${part} holds no ${String(from)}`)
  parts[part] = after
}

function relate(parts: Parts, holder: string, id: string, type: string, target: string): void {
  const slash = holder.lastIndexOf('/')
  const part = `${holder.slice(0, slash + 1)}_rels/${holder.slice(slash + 1)}.rels`
  parts[part] ??=
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const full = type.includes('/') ? type : `${office}/${type}`
  replace(
    parts,
    part,
    '</Relationships>',
    `<Relationship Id="${id}" Type="${full}" Target="${target}"/></Relationships>`,
  )
}

function addPart(parts: Parts, name: string, type: string, content: string | Uint8Array): void {
  parts[name] = content
  if (type !== '') {
    replace(
      parts,
      '[Content_Types].xml',
      '</Types>',
      `<Override PartName="/${name}" ContentType="${type}"/></Types>`,
    )
  }
}

/** A pivot table on the form itself, over the table of the form; 「表」 is counted, 「値」 not shown. */
export function addPivot(parts: Parts): void {
  replace(
    parts,
    'xl/workbook.xml',
    '<calcPr',
    '<calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="5" r:id="rId20"/></pivotCaches><unused',
  )
  replace(parts, 'xl/workbook.xml', /<unused[^>]*>/, '')
  relate(parts, 'xl/workbook.xml', 'rId20', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml')
  addPart(
    parts,
    'xl/pivotCache/pivotCacheDefinition1.xml',
    `${sml}.pivotCacheDefinition+xml`,
    `<pivotCacheDefinition xmlns="${main}" xmlns:r="${office}" r:id="rId1" refreshedBy="青羽 花子" refreshedDate="46113" createdVersion="6" refreshedVersion="6" recordCount="2"><cacheSource type="worksheet"><worksheetSource ref="A20:B22" sheet="様式"/></cacheSource><cacheFields count="2"><cacheField name="表" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="1" maxValue="3" count="2"><n v="1"/><n v="3"/></sharedItems></cacheField><cacheField name="値" numFmtId="0"><sharedItems count="2"><s v="青羽 太郎"/><s v="青羽 花子"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>`,
  )
  relate(
    parts,
    'xl/pivotCache/pivotCacheDefinition1.xml',
    'rId1',
    'pivotCacheRecords',
    'pivotCacheRecords1.xml',
  )
  addPart(
    parts,
    'xl/pivotCache/pivotCacheRecords1.xml',
    `${sml}.pivotCacheRecords+xml`,
    `<pivotCacheRecords xmlns="${main}" count="2"><r><x v="0"/><x v="0"/></r><r><x v="1"/><x v="1"/></r></pivotCacheRecords>`,
  )
  relate(parts, 'xl/worksheets/sheet1.xml', 'rId40', 'pivotTable', '../pivotTables/pivotTable1.xml')
  addPart(
    parts,
    'xl/pivotTables/pivotTable1.xml',
    `${sml}.pivotTable+xml`,
    `<pivotTableDefinition xmlns="${main}" name="ピボットテーブル1" cacheId="5" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="値" updatedVersion="6" minRefreshableVersion="3" createdVersion="6" indent="0"><location ref="F16:F19" firstHeaderRow="1" firstDataRow="1" firstDataCol="0"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/><item x="1"/><item t="default"/></items></pivotField><pivotField showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="3"><i><x/></i><i><x v="1"/></i><i t="grand"><x/></i></rowItems></pivotTableDefinition>`,
  )
  relate(
    parts,
    'xl/pivotTables/pivotTable1.xml',
    'rId1',
    'pivotCacheDefinition',
    '../pivotCache/pivotCacheDefinition1.xml',
  )
}

/** A document of Word laid into the form, behind a picture, in the three places where it stands. */
export function addEmbeddedFile(parts: Parts): void {
  addPart(
    parts,
    'xl/embeddings/Microsoft_Word_Document1.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    strToU8('PK…委員名簿'),
  )
  parts['xl/media/image9.png'] = parts['xl/media/image1.png'] ?? ''
  relate(parts, 'xl/worksheets/sheet1.xml', 'rId50', 'package', '../embeddings/Microsoft_Word_Document1.docx')
  relate(parts, 'xl/worksheets/sheet1.xml', 'rId51', 'image', '../media/image9.png')
  relate(parts, 'xl/drawings/vmlDrawing1.vml', 'rId1', 'image', '../media/image9.png')
  const place =
    '<xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>15</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>17</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>'
  const anchor = place.replaceAll(/xdr:(from|to)\b/g, '$1')
  replace(
    parts,
    'xl/worksheets/sheet1.xml',
    '<mc:AlternateContent><mc:Choice Requires="x14"><controls>',
    `<oleObjects><mc:AlternateContent><mc:Choice Requires="x14"><oleObject progId="Word.Document.12" shapeId="1040" r:id="rId50"><objectPr defaultSize="0" r:id="rId51"><anchor moveWithCells="1">${anchor}</anchor></objectPr></oleObject></mc:Choice><mc:Fallback><oleObject progId="Word.Document.12" shapeId="1040" r:id="rId50"/></mc:Fallback></mc:AlternateContent></oleObjects><mc:AlternateContent><mc:Choice Requires="x14"><controls>`,
  )
  replace(
    parts,
    'xl/drawings/vmlDrawing1.vml',
    '</xml>',
    `<v:shape id="_x0000_s1040" type="#_x0000_t201" style='position:absolute;width:60pt;height:30pt'><v:imagedata o:relid="rId1" o:title=""/><x:ClientData ObjectType="Pict"><x:Anchor>6, 0, 15, 0, 7, 0, 17, 0</x:Anchor></x:ClientData></v:shape></xml>`,
  )
  replace(
    parts,
    'xl/drawings/drawing1.xml',
    '</xdr:wsDr>',
    `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" Requires="a14"><xdr:twoCellAnchor>${place}<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="1040" name="Object 16" hidden="1"><a:extLst><a:ext uri="{63B3BB69-23CF-44E3-9099-C40C66FF867C}"><a14:compatExt spid="_x0000_s1040"/></a:ext></a:extLst></xdr:cNvPr><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></mc:Choice><mc:Fallback/></mc:AlternateContent></xdr:wsDr>`,
  )
}

/** The form's table comes from a database: a connection with server and user, and a query. */
export function addQuery(parts: Parts): void {
  relate(parts, 'xl/workbook.xml', 'rId21', 'connections', 'connections.xml')
  addPart(
    parts,
    'xl/connections.xml',
    `${sml}.connections+xml`,
    `<connections xmlns="${main}"><connection id="1" odcFile="\\\\aoba-fs01\\odc\\名簿.odc" name="名簿" type="1" refreshedVersion="6"><dbPr connection="DSN=aoba;UID=hanako;PWD=secret" command="SELECT * FROM meibo"/></connection></connections>`,
  )
  replace(parts, 'xl/tables/table1.xml', ' totalsRowShown', ' tableType="queryTable" totalsRowShown')
  replace(
    parts,
    'xl/tables/table1.xml',
    '<tableColumn id="1" name="表"/><tableColumn id="2" name="値"/>',
    '<tableColumn id="1" uniqueName="1" name="表" queryTableFieldId="1"/><tableColumn id="2" uniqueName="2" name="値" queryTableFieldId="2"/>',
  )
  relate(parts, 'xl/tables/table1.xml', 'rId1', 'queryTable', '../queryTables/queryTable1.xml')
  addPart(
    parts,
    'xl/queryTables/queryTable1.xml',
    `${sml}.queryTable+xml`,
    `<queryTable xmlns="${main}" name="名簿" connectionId="1" autoFormatId="16" applyNumberFormats="0"><queryTableRefresh nextId="3"><queryTableFields count="2"><queryTableField id="1" name="表" tableColumnId="1"/><queryTableField id="2" name="値" tableColumnId="2"/></queryTableFields></queryTableRefresh></queryTable>`,
  )
}

/** What is known of those who worked on the workbook: who shared it, who reserved it, what they tried out. */
export function addTraces(parts: Parts): void {
  relate(parts, 'xl/workbook.xml', 'rId22', 'usernames', 'revisions/userNames.xml')
  addPart(
    parts,
    'xl/revisions/userNames.xml',
    `${sml}.userNames+xml`,
    `<users xmlns="${main}" count="1"><userInfo guid="{6A1B2C3D-0000-4000-8000-0000000000BB}" name="青羽 次郎" id="-1" dateTime="2026-04-01T00:00:00"/></users>`,
  )
  replace(
    parts,
    'xl/workbook.xml',
    '<workbookPr',
    '<fileSharing readOnlyRecommended="1" userName="青羽 三郎"/><workbookPr',
  )
  replace(
    parts,
    'xl/workbook.xml',
    '<definedName name="選択肢"',
    '<definedName name="旧単価" hidden="1">リスト!$A$9</definedName><definedName name="選択肢"',
  )
  replace(
    parts,
    'xl/worksheets/sheet2.xml',
    '<pageMargins',
    '<scenarios current="0"><scenario name="補助金なし" count="1" user="青羽 次郎"><inputCells r="A1" val="12"/></scenario></scenarios><pageMargins',
  )
  relate(
    parts,
    '',
    'rId9',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail',
    'docProps/thumbnail.png',
  )
  parts['docProps/thumbnail.png'] = parts['xl/media/image1.png'] ?? ''
  replace(
    parts,
    'docProps/core.xml',
    '</cp:core',
    '<dc:description>案。佐藤さんの分は未記入</dc:description></cp:core',
  )
  const device = new Uint8Array(220)
  device.set(new Uint8Array(Buffer.from('\\\\aoba-fs01\\複合機', 'utf16le')))
  parts['xl/printerSettings/printerSettings1.bin'] = device
}

/** A cell in white, a number that its format does not show, a column of no width, a row of no height. */
export function addUnseen(parts: Parts): void {
  replace(
    parts,
    'xl/styles.xml',
    '<numFmts count="1">',
    '<numFmts count="2"><numFmt numFmtId="177" formatCode=";;;"/>',
  )
  replace(parts, 'xl/styles.xml', '<fonts count="2">', '<fonts count="3">')
  replace(
    parts,
    'xl/styles.xml',
    '</fonts>',
    '<font><sz val="11"/><color rgb="FFFFFFFF"/><name val="ＭＳ 明朝"/></font></fonts>',
  )
  replace(parts, 'xl/styles.xml', '<cellXfs count="4">', '<cellXfs count="6">')
  replace(
    parts,
    'xl/styles.xml',
    '</cellXfs>',
    '<xf numFmtId="0" fontId="2" fillId="0" borderId="1" xfId="0" applyFont="1"/><xf numFmtId="177" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
  )
  replace(
    parts,
    'xl/worksheets/sheet2.xml',
    '<sheetData>',
    '<cols><col min="5" max="5" width="0.1" customWidth="1"/></cols><sheetData>',
  )
  replace(
    parts,
    'xl/worksheets/sheet2.xml',
    '</sheetData>',
    '<row r="6"><c r="A6" s="4" t="inlineStr"><is><t>要支援の世帯</t></is></c><c r="B6" s="5"><v>42</v></c><c r="C6" s="4"><f>""</f><v></v></c><c r="E6" t="inlineStr"><is><t>細い</t></is></c></row><row r="8" ht="0.75" customHeight="1"><c r="A8"><v>7</v></c></row></sheetData>',
  )
  replace(parts, 'xl/workbook.xml', 'state="hidden"', 'state="veryHidden"')
}

export const asWorkbook = (parts: Parts): Uint8Array =>
  zipParts(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )

/** The form that holds every feature, and gives away everything that a workbook can give away unseen. */
export function tellingForm(): Uint8Array {
  const parts = everyFeatureParts()
  addPivot(parts)
  addEmbeddedFile(parts)
  addQuery(parts)
  addTraces(parts)
  addUnseen(parts)
  return asWorkbook(parts)
}
