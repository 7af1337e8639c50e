/** For a browser without the session: a used address, or a second browser. Without style, since nothing may be inline. */
export const strangerPage = `<!doctype html>
<html lang="ja">
<head><meta charset="utf-8"><title>つどい</title></head>
<body>
<h1>この画面は開けません</h1>
<p>つどいのアドレスは、起動するたびに変わり、最初に開いたブラウザーでだけ使えます。記録は無事です。</p>
<p>つどいを開いたブラウザーに戻るか、つどいを起動し直して、表示された新しいアドレスを開いてください。</p>
</body>
</html>
`
