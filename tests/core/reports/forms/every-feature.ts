import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync } from 'fflate'
import { fixture, zipParts } from './small-workbook.ts'

/**
 * A form of the project's own that holds, in parts written by hand, everything that a city's form may hold:
 * text box, shape, group, connector, picture, chart, SmartArt, form controls, comments with a conversation, plain
 * and newer validations and formats, sparkline, table, furigana, rich text, names, print set-up, breaks, protection,
 * custom XML, a link to another workbook with its values, properties, a picture in the header.
 */
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const draw = 'http://schemas.openxmlformats.org/drawingml/2006'
const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`

type Related = readonly [id: string, type: string, target: string, external?: boolean]
const rels = (...list: readonly Related[]): string =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(
        ([id, type, target, external]) =>
          `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${office}/${type}`}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`,
      )
      .join('')}</Relationships>`,
  )

const override = (part: string, type: string): string =>
  `<Override PartName="/${part}" ContentType="application/${type}"/>`
const sml = 'vnd.openxmlformats-officedocument.spreadsheetml'
const dml = 'vnd.openxmlformats-officedocument.drawingml'

const contentTypes = xml(
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing'],
    ['png', 'image/png'],
    ['bin', `application/${sml}.printerSettings`],
  ]
    .map(([extension = '', type = '']) => `<Default Extension="${extension}" ContentType="${type}"/>`)
    .join('')}${[
    override('xl/workbook.xml', `${sml}.sheet.main+xml`),
    override('xl/worksheets/sheet1.xml', `${sml}.worksheet+xml`),
    override('xl/worksheets/sheet2.xml', `${sml}.worksheet+xml`),
    override('xl/worksheets/sheet3.xml', `${sml}.worksheet+xml`),
    override('xl/styles.xml', `${sml}.styles+xml`),
    override('xl/theme/theme1.xml', 'vnd.openxmlformats-officedocument.theme+xml'),
    override('xl/sharedStrings.xml', `${sml}.sharedStrings+xml`),
    override('xl/calcChain.xml', `${sml}.calcChain+xml`),
    override('xl/comments1.xml', `${sml}.comments+xml`),
    override('xl/threadedComments/threadedComment1.xml', 'vnd.ms-excel.threadedcomments+xml'),
    override('xl/persons/person.xml', 'vnd.ms-excel.person+xml'),
    override('xl/tables/table1.xml', `${sml}.table+xml`),
    override('xl/externalLinks/externalLink1.xml', `${sml}.externalLink+xml`),
    override('xl/ctrlProps/ctrlProp1.xml', 'vnd.ms-excel.controlproperties+xml'),
    override('xl/ctrlProps/ctrlProp2.xml', 'vnd.ms-excel.controlproperties+xml'),
    override('xl/drawings/drawing1.xml', 'vnd.openxmlformats-officedocument.drawing+xml'),
    override('xl/charts/chart1.xml', `${dml}.chart+xml`),
    override('xl/diagrams/data1.xml', `${dml}.diagramData+xml`),
    override('xl/diagrams/layout1.xml', `${dml}.diagramLayout+xml`),
    override('xl/diagrams/quickStyle1.xml', `${dml}.diagramStyle+xml`),
    override('xl/diagrams/colors1.xml', `${dml}.diagramColors+xml`),
    override('customXml/itemProps1.xml', 'vnd.openxmlformats-officedocument.customXmlProperties+xml'),
    override('docProps/core.xml', 'vnd.openxmlformats-package.core-properties+xml'),
    override('docProps/app.xml', 'vnd.openxmlformats-officedocument.extended-properties+xml'),
    override('docProps/custom.xml', 'vnd.openxmlformats-officedocument.custom-properties+xml'),
  ].join('')}</Types>`,
)

const workbook = xml(
  `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr codeName="ThisWorkbook"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="8000" activeTab="1"/></bookViews><sheets><sheet name="様式" sheetId="1" r:id="rId1"/><sheet name="集計" sheetId="4" r:id="rId2"/><sheet name="リスト" sheetId="7" state="hidden" r:id="rId3"/></sheets><externalReferences><externalReference r:id="rId9"/></externalReferences><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">様式!$A$1:$H$30</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">集計!$A$1:$D$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">様式!$1:$2</definedName><definedName name="記入欄">様式!$B$6:$D$10</definedName><definedName name="選択肢">リスト!$A$1:$A$3</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
)

const strings = xml(
  `<sst xmlns="${main}" count="9" uniqueCount="8"><si><t>様式第９号</t></si><si><r><rPr><b/><sz val="11"/><rFont val="ＭＳ 明朝"/></rPr><t>開催</t></r><r><rPr><sz val="11"/><color rgb="FFFF0000"/><rFont val="ＭＳ 明朝"/></rPr><t>報告書</t></r></si><si><t>氏名</t><rPh sb="0" eb="2"><t>シメイ</t></rPh><phoneticPr fontId="1"/></si><si><t xml:space="preserve">令和　　年　　月　　日</t></si><si><t>□対面　□ｵﾝﾗｲﾝ　□併用</t></si><si><t>□</t></si><si><t>有・無</t></si><si><t>数</t></si></sst>`,
)

const rows = [6, 7, 8, 9, 10]
  .map((row) =>
    `<row r="${String(row)}" ht="20" customHeight="1"><c r="A${String(row)}" s="1"><v>${String(row - 5)}</v></c><c r="B${String(row)}" s="1"/><c r="C${String(row)}" s="1"/><c r="D${String(row)}" s="1"/><c r="E${String(row)}" s="1"><f>IF(D${String(row)}="","",D${String(row)}*2)</f><v/></c></row>`.replace(
      '<v/>',
      '',
    ),
  )
  .join('')

const validations = `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" promptTitle="区分" prompt="選んでください" sqref="C6:C10"><formula1>選択肢</formula1></dataValidation></dataValidations>`
const formats = `<conditionalFormatting sqref="D6:D10"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>100</formula></cfRule></conditionalFormatting>`
const control = (number: number, row: number): string =>
  `<mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="${String(1024 + number)}" r:id="rId${String(20 + number)}" name="Check Box ${String(number)}"><controlPr defaultSize="0" autoFill="0" autoLine="0" autoPict="0"><anchor moveWithCells="1"><from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>10000</xdr:rowOff></from><to><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>200000</xdr:rowOff></to></anchor></controlPr></control></mc:Choice></mc:AlternateContent>`

const extensions = `<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="2" id="{B5E3B7A1-2A33-4E1C-9C3F-000000000001}"><xm:f>リスト!$A$1="済"</xm:f><x14:dxf><font><b/></font></x14:dxf></x14:cfRule><xm:sqref>B6:B10</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>リスト!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B6:B10</xm:sqref></x14:dataValidation></x14:dataValidations></ext><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>様式!D6:D10</xm:f><xm:sqref>F11</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`

const sheet1 = xml(
  `<worksheet xmlns="${main}" xmlns:r="${office}" xmlns:xdr="${draw}/spreadsheetDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><sheetPr codeName="Sheet1"><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:H24"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols><col min="1" max="8" width="11" customWidth="1"/></cols><sheetData><row r="1"><c r="A1" s="2" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>3</v></c><c r="E3" s="3"/><c r="G3" t="s"><v>5</v></c><c r="H3" t="s"><v>5</v></c></row><row r="4"><c r="A4" t="s"><v>4</v></c><c r="E4" t="s"><v>6</v></c></row><row r="5"><c r="A5" s="1" t="s"><v>7</v></c><c r="B5" s="1" t="s"><v>2</v></c></row>${rows}<row r="11"><c r="A11" s="1"/><c r="D11" s="1"><f>SUM(D6:D10)</f><v>0</v></c></row><row r="13"><c r="A13" t="b"><v>0</v></c><c r="B13"><f>[1]前年!$A$1</f><v>41</v></c></row><row r="14"><c r="A14" s="1"/></row><row r="20"><c r="A20" t="inlineStr"><is><t>表</t></is></c><c r="B20" t="inlineStr"><is><t>値</t></is></c></row><row r="21"><c r="A21"><v>1</v></c><c r="B21"><v>2</v></c></row><row r="22"><c r="A22"><v>3</v></c><c r="B22"><v>4</v></c></row></sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0"/><protectedRanges><protectedRange sqref="B6:D10" name="入力"/></protectedRanges><mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A14:D18"/></mergeCells><phoneticPr fontId="1"/>${formats}${validations}<hyperlinks><hyperlink ref="A2" r:id="rId5"/><hyperlink ref="H1" location="様式!A6" display="記入欄"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="portrait" r:id="rId6"/><headerFooter><oddHeader>&amp;L&amp;G&amp;R様式第９号</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="19" max="16383" man="1"/></rowBreaks><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><legacyDrawingHF r:id="rId7"/><mc:AlternateContent><mc:Choice Requires="x14"><controls>${control(1, 2)}${control(2, 3)}</controls></mc:Choice></mc:AlternateContent><tableParts count="1"><tablePart r:id="rId8"/></tableParts>${extensions}</worksheet>`,
)

const sheet2 = xml(
  `<worksheet xmlns="${main}"><sheetPr codeName="Sheet2"/><dimension ref="A1:B4"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="18"/><sheetData><row r="1"><c r="A1"><f>SUM(様式!D6:D10)</f><v>0</v></c><c r="B1"><f>COUNTA(様式!$B$6:$B$10)</f><v>0</v></c></row><row r="2"><c r="A2"><f>様式!D11</f><v>0</v></c></row><row r="3"><c r="A3"><f>SUM(テーブル1[値])</f><v>6</v></c></row><row r="4"><c r="A4"><f>様式!A1</f><v>0</v></c></row></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`,
)

const sheet3 = xml(
  `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>自治会</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>民生委員</t></is></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>NPO</t></is></c></row></sheetData></worksheet>`,
)

const styles = xml(
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="ＭＳ 明朝"/><family val="1"/><charset val="128"/></font><font><sz val="6"/><name val="ＭＳ 明朝"/><family val="1"/><charset val="128"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="center"/></xf><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>`,
)

const anchor = (from: readonly [number, number], to: readonly [number, number], content: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>${String(from[0])}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(from[1])}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${String(to[0])}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(to[1])}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${content}<xdr:clientData/></xdr:twoCellAnchor>`

const box = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm>'
const shape = (id: number, name: string, geometry: string, text: string, textlink = ''): string =>
  `<xdr:sp macro="" textlink="${textlink}"><xdr:nvSpPr><xdr:cNvPr id="${String(id)}" name="${name}"/><xdr:cNvSpPr${text === '' ? '' : ' txBox="1"'}/></xdr:nvSpPr><xdr:spPr>${box}<a:prstGeom prst="${geometry}"><a:avLst/></a:prstGeom></xdr:spPr>${text === '' ? '' : `<xdr:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="ja-JP"/><a:t>${text}</a:t></a:r></a:p></xdr:txBody>`}</xdr:sp>`
const standIn = (number: number, row: number): string =>
  `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" Requires="a14"><xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>10000</xdr:rowOff></xdr:from><xdr:to><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(row)}</xdr:row><xdr:rowOff>200000</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${String(1024 + number)}" name="Check Box ${String(number)}" hidden="1"><a:extLst><a:ext uri="{63B3BB69-23CF-44E3-9099-C40C66FF867C}"><a14:compatExt spid="_x0000_s${String(1024 + number)}"/></a:ext></a:extLst></xdr:cNvPr><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></mc:Choice><mc:Fallback/></mc:AlternateContent>`
const frame = (id: number, name: string, uri: string, content: string): string =>
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${String(id)}" name="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${uri}">${content}</a:graphicData></a:graphic></xdr:graphicFrame>`

const drawing = xml(
  `<xdr:wsDr xmlns:xdr="${draw}/spreadsheetDrawing" xmlns:a="${draw}/main" xmlns:r="${office}">${anchor([5, 0], [7, 1], shape(2, 'テキスト ボックス 1', 'rect', '受付印', '$A$1'))}${anchor([5, 5], [6, 6], shape(3, '楕円 2', 'ellipse', ''))}${anchor([5, 12], [8, 14], `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="4" name="グループ 3"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/><a:chOff x="0" y="0"/><a:chExt cx="900000" cy="300000"/></a:xfrm></xdr:grpSpPr>${shape(5, '枠', 'rect', '')}<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="6" name="線 5"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr><xdr:spPr>${box}<a:prstGeom prst="line"><a:avLst/></a:prstGeom></xdr:spPr></xdr:cxnSp></xdr:grpSp>`)}${anchor([5, 6], [8, 10], `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="7" name="図 6" descr="市章"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr>${box}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`)}${anchor([0, 23], [4, 29], frame(8, 'グラフ 7', `${draw}/chart`, `<c:chart xmlns:c="${draw}/chart" r:id="rId2"/>`))}${anchor([4, 23], [8, 29], frame(9, '図表 8', `${draw}/diagram`, `<dgm:relIds xmlns:dgm="${draw}/diagram" r:dm="rId3" r:lo="rId4" r:qs="rId5" r:cs="rId6"/>`))}${standIn(1, 2)}${standIn(2, 3)}</xdr:wsDr>`,
)

const chart = xml(
  `<c:chartSpace xmlns:c="${draw}/chart" xmlns:a="${draw}/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:strRef><c:f>様式!$B$6:$B$10</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>様式!$D$6:$D$10</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`,
)

const checkBox = (number: number, row: number, label: string): string =>
  `<v:shape id="_x0000_s${String(1024 + number)}" type="#_x0000_t201" style='position:absolute;margin-left:300pt;margin-top:40pt;width:60pt;height:15pt' filled="f" stroked="f" o:insetmode="auto"><v:textbox><div style='text-align:left'>${label}</div></v:textbox><x:ClientData ObjectType="Checkbox"><x:SizeWithCells/><x:Anchor>6, 0, ${String(row)}, 1, 7, 0, ${String(row)}, 20</x:Anchor><x:AutoFill>False</x:AutoFill><x:FmlaLink>$A$13</x:FmlaLink><x:NoThreeD/></x:ClientData></v:shape>`
const note = `<v:shape id="_x0000_s1030" type="#_x0000_t202" style='position:absolute;margin-left:100pt;margin-top:10pt;width:100pt;height:50pt;visibility:hidden' fillcolor="#ffffe1" o:insetmode="auto"><v:textbox><div style='text-align:left'></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>2, 10, 6, 5, 4, 10, 9, 5</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>6</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>`
const oldDrawing = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" path="m,l,21600r21600,l21600,xe"/><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${checkBox(1, 2, '添付あり')}${checkBox(2, 3, '添付なし')}${note}</xml>`
const headerDrawing = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="2"/></o:shapelayout><v:shapetype id="_x0000_t75" coordsize="21600,21600" o:spt="75" path="m@4@5l@4@11@9@11@9@5xe"/><v:shape id="LH" o:spid="_x0000_s2049" type="#_x0000_t75" style='position:absolute;margin-left:0;margin-top:0;width:20pt;height:20pt'><v:imagedata o:relid="rId1" o:title="市章"/></v:shape></xml>`

const conversation = '{6A1B2C3D-0000-4000-8000-00000000000A}'
const person = '{6A1B2C3D-0000-4000-8000-0000000000FF}'
const diagram = (name: string, body: string): string =>
  xml(`<dgm:${name} xmlns:dgm="${draw}/diagram" xmlns:a="${draw}/main"${body}</dgm:${name}>`)
const looks = '<dgm:title val=""/><dgm:desc val=""/><dgm:catLst><dgm:cat type="simple" pri="1"/></dgm:catLst>'

function pngOfFixture(): Uint8Array {
  const file = join(import.meta.dirname, '../../../fixtures/inputs/kaisai-houkokusho.xlsx')
  const parts = unzipSync(readFileSync(file))
  const picture = Object.entries(parts).find(([name]) => name.endsWith('.png'))?.[1]
  if (picture === undefined) throw new Error('the form has lost its picture')
  return picture
}

/** The parts of the workbook; a test may change them before they are packed. */
export function everyFeatureParts(): Record<string, string | Uint8Array> {
  const theme = unzipSync(fixture('jisseki-houkokusho.xlsx'))['xl/theme/theme1.xml']
  return {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': rels(
      ['rId1', 'officeDocument', 'xl/workbook.xml'],
      [
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
      ['rId3', 'extended-properties', 'docProps/app.xml'],
      ['rId4', 'custom-properties', 'docProps/custom.xml'],
    ),
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': rels(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'worksheet', 'worksheets/sheet3.xml'],
      ['rId4', 'theme', 'theme/theme1.xml'],
      ['rId5', 'styles', 'styles.xml'],
      ['rId6', 'sharedStrings', 'sharedStrings.xml'],
      ['rId7', 'calcChain', 'calcChain.xml'],
      ['rId8', 'http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'],
      ['rId9', 'externalLink', 'externalLinks/externalLink1.xml'],
      ['rId10', 'customXml', '../customXml/item1.xml'],
    ),
    'xl/theme/theme1.xml': theme ?? '',
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': strings,
    'xl/calcChain.xml': xml(
      `<calcChain xmlns="${main}"><c r="D11" i="1"/><c r="B13"/><c r="A1" i="4"/><c r="B1"/><c r="A2"/><c r="A3"/><c r="A4"/></calcChain>`,
    ),
    'xl/worksheets/sheet1.xml': sheet1,
    'xl/worksheets/_rels/sheet1.xml.rels': rels(
      ['rId1', 'drawing', '../drawings/drawing1.xml'],
      ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId3', 'comments', '../comments1.xml'],
      [
        'rId4',
        'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
        '../threadedComments/threadedComment1.xml',
      ],
      ['rId5', 'hyperlink', 'https://www.example.jp/', true],
      ['rId6', 'printerSettings', '../printerSettings/printerSettings1.bin'],
      ['rId7', 'vmlDrawing', '../drawings/vmlDrawing2.vml'],
      ['rId8', 'table', '../tables/table1.xml'],
      ['rId21', 'ctrlProp', '../ctrlProps/ctrlProp1.xml'],
      ['rId22', 'ctrlProp', '../ctrlProps/ctrlProp2.xml'],
    ),
    'xl/worksheets/sheet2.xml': sheet2,
    'xl/worksheets/sheet3.xml': sheet3,
    'xl/printerSettings/printerSettings1.bin': Uint8Array.from({ length: 64 }, (_unused, at) => at),
    'xl/ctrlProps/ctrlProp1.xml': xml(
      '<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="CheckBox" fmlaLink="$A$13" lockText="1" noThreeD="1"/>',
    ),
    'xl/ctrlProps/ctrlProp2.xml': xml(
      '<formControlPr xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" objectType="CheckBox" fmlaLink="様式!$A$13" lockText="1" noThreeD="1"/>',
    ),
    'xl/drawings/drawing1.xml': drawing,
    'xl/drawings/_rels/drawing1.xml.rels': rels(
      ['rId1', 'image', '../media/image1.png'],
      ['rId2', 'chart', '../charts/chart1.xml'],
      ['rId3', 'diagramData', '../diagrams/data1.xml'],
      ['rId4', 'diagramLayout', '../diagrams/layout1.xml'],
      ['rId5', 'diagramQuickStyle', '../diagrams/quickStyle1.xml'],
      ['rId6', 'diagramColors', '../diagrams/colors1.xml'],
    ),
    'xl/drawings/vmlDrawing1.vml': oldDrawing,
    'xl/drawings/vmlDrawing2.vml': headerDrawing,
    'xl/drawings/_rels/vmlDrawing2.vml.rels': rels(['rId1', 'image', '../media/image1.png']),
    'xl/media/image1.png': pngOfFixture(),
    'xl/charts/chart1.xml': chart,
    'xl/diagrams/data1.xml': diagram(
      'dataModel',
      '><dgm:ptLst><dgm:pt modelId="0" type="doc"><dgm:prSet/><dgm:spPr/></dgm:pt></dgm:ptLst><dgm:cxnLst/><dgm:bg/><dgm:whole/>',
    ),
    'xl/diagrams/layout1.xml': diagram(
      'layoutDef',
      ` uniqueId="urn:tsudoi:layout">${looks}<dgm:layoutNode name="n"><dgm:alg type="composite"/></dgm:layoutNode>`,
    ),
    'xl/diagrams/quickStyle1.xml': diagram(
      'styleDef',
      ` uniqueId="urn:tsudoi:style">${looks}<dgm:scene3d><a:camera prst="orthographicFront"/><a:lightRig rig="threePt" dir="t"/></dgm:scene3d><dgm:styleLbl name="node0"><dgm:scene3d><a:camera prst="orthographicFront"/><a:lightRig rig="threePt" dir="t"/></dgm:scene3d><dgm:sp3d/><dgm:txPr/></dgm:styleLbl>`,
    ),
    'xl/diagrams/colors1.xml': diagram('colorsDef', ` uniqueId="urn:tsudoi:colors">${looks}`),
    'xl/comments1.xml': xml(
      `<comments xmlns="${main}" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr"><authors><author>tc=${conversation}</author></authors><commentList><comment ref="B7" authorId="0" shapeId="0" xr:uid="${conversation}"><text><t>記入の例</t></text></comment></commentList></comments>`,
    ),
    'xl/threadedComments/threadedComment1.xml': xml(
      `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B7" dT="2026-04-01T00:00:00.00" personId="${person}" id="${conversation}"><text>記入の例</text></threadedComment></ThreadedComments>`,
    ),
    'xl/persons/person.xml': xml(
      `<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="青羽市" id="${person}" userId="aoba" providerId="None"/></personList>`,
    ),
    'xl/tables/table1.xml': xml(
      `<table xmlns="${main}" id="1" name="テーブル1" displayName="テーブル1" ref="A20:B22" totalsRowShown="0"><autoFilter ref="A20:B22"/><tableColumns count="2"><tableColumn id="1" name="表"/><tableColumn id="2" name="値"/></tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`,
    ),
    'xl/externalLinks/externalLink1.xml': xml(
      `<externalLink xmlns="${main}"><externalBook xmlns:r="${office}" r:id="rId1"><sheetNames><sheetName val="前年"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>41</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
    ),
    'xl/externalLinks/_rels/externalLink1.xml.rels': rels([
      'rId1',
      'externalLinkPath',
      'file:///C:/前年.xlsx',
      true,
    ]),
    'customXml/item1.xml': xml('<tsudoi xmlns="urn:tsudoi"><form>様式第９号</form></tsudoi>'),
    'customXml/_rels/item1.xml.rels': rels(['rId1', 'customXmlProps', 'itemProps1.xml']),
    'customXml/itemProps1.xml': xml(
      '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{6A1B2C3D-0000-4000-8000-0000000000AA}"><ds:schemaRefs/></ds:datastoreItem>',
    ),
    'docProps/core.xml': xml(
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>青羽市</dc:creator></cp:coreProperties>',
    ),
    'docProps/app.xml': xml(
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application><HeadingPairs><vt:vector size="4" baseType="variant"><vt:variant><vt:lpstr>ワークシート</vt:lpstr></vt:variant><vt:variant><vt:i4>3</vt:i4></vt:variant><vt:variant><vt:lpstr>名前付き一覧</vt:lpstr></vt:variant><vt:variant><vt:i4>5</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="8" baseType="lpstr"><vt:lpstr>様式</vt:lpstr><vt:lpstr>集計</vt:lpstr><vt:lpstr>リスト</vt:lpstr><vt:lpstr>集計!Print_Area</vt:lpstr><vt:lpstr>様式!Print_Area</vt:lpstr><vt:lpstr>様式!Print_Titles</vt:lpstr><vt:lpstr>記入欄</vt:lpstr><vt:lpstr>選択肢</vt:lpstr></vt:vector></TitlesOfParts></Properties>',
    ),
    'docProps/custom.xml': xml(
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="様式番号"><vt:lpwstr>９</vt:lpwstr></property></Properties>',
    ),
  }
}

export const everyFeature = (): Uint8Array =>
  zipParts(
    Object.fromEntries(
      Object.entries(everyFeatureParts()).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  )
