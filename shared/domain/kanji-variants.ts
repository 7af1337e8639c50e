/**
 * Characters that stand for one another in names and places: the first of each group is what a search key
 * holds. 異体字, 旧字体 and 俗字 only, never different characters of like meaning (畑 and 畠, 坂 and 阪), since
 * those are different names. What NFKC folds already (神, 福 and other compatibility forms) is not listed.
 */
const groups = [
  ...['高髙', '崎﨑嵜碕', '辺邉邊', '吉𠮷', '徳德', '柳栁桺', '浜濵濱', '斉齊斎齋齎', '沢澤', '広廣'],
  ...['国國圀', '島嶋嶌', '桜櫻', '竜龍', '滝瀧', '恵惠', '関關', '真眞', '学學', '会會'],
  ...['栄榮', '円圓', '塩鹽', '応應', '横橫', '温溫', '覚覺', '楽樂', '寛寬', '巌巖'],
  ...['気氣', '亀龜', '旧舊', '教敎', '郷鄕鄉', '暁曉', '径徑', '渓溪', '鶏鷄', '芸藝'],
  ...['県縣', '検檢', '剣劍劔', '厳嚴', '黄黃', '号號', '黒黑', '静靜', '実實', '寿壽'],
  ...['収收', '渋澁澀', '縦縱', '粛肅', '処處', '将將', '焼燒', '条條', '瀬瀨', '専專'],
  ...['戦戰', '禅禪', '曽曾', '荘莊', '装裝', '蔵藏', '増增', '台臺', '体體', '対對'],
  ...['択擇', '団團', '弾彈', '昼晝', '鉄鐵鉃', '点點', '伝傳', '当當', '灯燈', '党黨'],
  ...['読讀', '弐貳', '悩惱', '麦麥', '発發', '冨富', '仏佛', '払拂', '宝寶寳', '豊豐'],
  ...['万萬', '満滿', '弥彌', '薬藥', '訳譯', '与與', '来來', '頼賴', '乱亂', '覧覽'],
  ...['緑綠', '涼凉', '礼禮', '齢齡', '歴歷', '錬鍊', '炉爐', '労勞', '楼樓', '禄祿'],
  ...['録錄', '亘亙', '湾灣', '鴎鷗', '桧檜', '槙槇', '遥遙', '尭堯', '瑶瑤', '凛凜'],
  ...['祢禰', '館舘', '野埜', '渕淵渊', '峰峯', '籠篭', '薮藪', '桑桒', '冴冱', '村邨'],
  ...['松枩', '船舩', '梅楳', '秋穐龝', '鎌鐮', '奥奧', '児兒', '壱壹', '稲稻', '隠隱'],
  ...['営營', '衛衞', '駅驛', '岳嶽', '勲勳', '薫薰', '顕顯', '彦彥', '産產', '余餘'],
  ...['糸絲', '芦蘆', '恒恆', '昂昻', '頬頰', '繋繫', '頚頸', '桝枡', '角⻆', '青靑'],
  ...['清淸', '内內', '呉吳', '戸戶', '別别', '郎郞', '為爲', '土𡈽', '弁辨瓣辯'],
  ...['権權', '駆驅', '区區', '経經', '継繼', '軽輕', '欠缺', '献獻', '験驗', '効效'],
  ...['参參', '桟棧', '蚕蠶', '残殘', '辞辭', '写寫', '釈釋', '従從', '証證', '乗乘'],
  ...['畳疊', '触觸', '図圖', '粋粹', '随隨', '数數', '声聲', '窃竊', '浅淺', '銭錢'],
  ...['双雙', '総總', '続續', '堕墮', '帯帶', '担擔', '胆膽', '断斷', '遅遲', '虫蟲'],
  ...['庁廳', '聴聽', '鎮鎭', '転轉', '独獨', '届屆', '縄繩', '廃廢', '売賣', '拝拜'],
  ...['浜濱', '並竝', '変變', '歩步', '豊豐', '翻飜', '毎每', '訳譯', '様樣', '謡謠'],
  ...['両兩', '猟獵', '塁壘', '励勵', '霊靈', '恋戀', '湧涌', '靴鞾', '単單', '価價'],
] as const

const variants: ReadonlyMap<string, string> = new Map(
  groups.flatMap((group) => {
    const [common, ...others] = [...group]
    return common === undefined ? [] : others.map((other): [string, string] => [other, common])
  }),
)

/** Every character that has another, common form: nearly all texts hold none, and are done with one look. */
export const variantCharacters = new RegExp(`[${[...variants.keys()].join('')}]`, 'gu')

/** The common form of a character (髙 → 高), or the character itself. */
export function commonFormOf(character: string): string {
  return variants.get(character) ?? character
}
