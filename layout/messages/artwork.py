"""Sentences about SVG drawings that cannot be drawn, and what to do in the drawing program."""

from layout.messages.message import Message

_ABOUT_JA = (
    "SVG の絵は、見えるとおりに印刷できるものだけを使います。読めない部分を黙って抜かすことも、"
    "ファイルの外のものを読みに行くこともしません。"
)
_ABOUT_EN = (
    "A drawing is used only if it can be printed as it looks.  Nothing of it is left out silently, "
    "and nothing outside its file is ever read."
)


def _said(ja: str, en: str, hint_ja: str, hint_en: str) -> Message:
    return Message(ja, en, hint_ja, hint_en, _ABOUT_JA, _ABOUT_EN)


MESSAGES: dict[str, Message] = {
    "artwork-too-large": _said(
        "SVG の絵が大きすぎます（{most} MB を超えています）。",
        "The drawing is too large (over {most} MB).",
        "埋め込んだ写真や編集用のデータを除いて、書き出し直してください。",
        "Export it again without embedded photographs and editing data.",
    ),
    "artwork-too-much": _said(
        "SVG の絵「{name}」は部品が多すぎるか、入れ子が深すぎます。",
        'The drawing "{name}" has too many parts, or they are nested too deep.',
        "パスを単純化するか、グループを解除して書き出し直してください。",
        "Simplify its paths or ungroup it, and export it again.",
    ),
    "artwork-damaged": _said(
        "SVG の絵「{name}」は途中で壊れています（{reason}）。",
        'The drawing "{name}" is damaged here ({reason}).',
        "元の絵から書き出し直してください。",
        "Export it again from the original.",
    ),
    "artwork-not-svg": _said(
        "「{name}」は SVG の絵ではありません。",
        '"{name}" is not an SVG drawing.',
        "描画ソフトで「SVG」を選んで書き出してください。",
        "Export it as SVG in the drawing program.",
    ),
    "artwork-entities": _said(
        "SVG の絵「{name}」に、別の文字列に置き換わる仕掛け（ENTITY）があります。",
        'The drawing "{name}" declares or uses entities.',
        "Illustrator なら「Illustrator の編集機能を保持」を外して書き出し直してください。",
        "In Illustrator export it without “Preserve Illustrator Editing Capabilities”.",
    ),
    "artwork-outside": _said(
        "SVG の絵が、ファイルの外のもの（{what}）を使おうとしています。",
        "The drawing refers to something outside its file ({what}).",
        "リンクをやめ、絵のなかに描くか埋め込んでください。",
        "Draw it in the file itself instead of linking it.",
    ),
    "artwork-text": _said(
        "SVG の絵に文字が残っています。",
        "The drawing holds text, whose font is not here.",
        "文字をアウトライン（パス）にして書き出してください。Illustrator: 書式→アウトラインを作成、"
        "Inkscape: パス→オブジェクトをパスへ、Figma: 書き出しで Outline text。",
        "Turn text into outlines before exporting.  Illustrator: Type > Create Outlines; "
        "Inkscape: Path > Object to Path; Figma: Outline text when exporting.",
    ),
    "artwork-image": _said(
        "SVG の絵に写真が入っています。",
        "The drawing holds a photograph.",
        "写真は photo: の部分で別に置くか、絵から外してください。",
        "Place photographs with photo:, or take it out of the drawing.",
    ),
    "artwork-element": _said(
        "SVG の絵のなかの {what} は印刷できません。",
        "{what} in a drawing cannot be printed.",
        "描画ソフトでその部分を消すか、パスにして書き出し直してください。",
        "Remove it, or turn it into paths, and export the drawing again.",
    ),
    "artwork-property": _said(
        "SVG の絵の効果「{what}」は印刷できません。",
        "The drawing uses {what}, which cannot be printed.",
        "描画ソフトで効果を外すか、分割・拡張してパスにしてから書き出してください。",
        "Remove the effect, or expand it into paths, before exporting.",
    ),
    "artwork-transparent": _said(
        "SVG の絵に透けた色（{what}）があります。",
        "The drawing has see-through paint ({what}).",
        "透けない、同じ見えの色で塗るか、透明部分を分割・統合して書き出してください。",
        "Paint it in the solid colour it looks like, or flatten transparency before exporting.",
    ),
    "artwork-gradient": _said(
        "SVG の絵にグラデーションがあります。",
        "The drawing has a gradient.",
        "単色にするか、数段の塗りに分割（拡張）して書き出してください。",
        "Use plain colours, or expand the gradient into a few steps before exporting.",
    ),
    "artwork-pattern": _said(
        "SVG の絵に繰り返し模様（パターン）の塗りがあります。",
        "The drawing is filled with a pattern.",
        "模様を分割・拡張してパスにしてから書き出してください。",
        "Expand the pattern into paths before exporting.",
    ),
    "artwork-colour": _said(
        "SVG の絵の色「{what}」が読めません。",
        'The drawing has a colour that cannot be read: "{what}".',
        "RGB の単色にして書き出し直してください。",
        "Make it a plain RGB colour and export the drawing again.",
    ),
    "artwork-stretched": _said(
        "SVG の絵の線が、縦と横で違う太さに引き伸ばされています。",
        "The drawing has a line stretched more one way than the other.",
        "線をアウトライン化（パスのアウトライン、ストロークをパスに変換）して書き出してください。",
        "Turn the stroke into an outline (Outline Stroke, Stroke to Path) before exporting.",
    ),
    "artwork-clip": _said(
        "SVG の絵の切り抜き（クリッピングマスク）が複雑すぎます。",
        "The drawing has a clipping mask of parts that overlap, or of more than shapes.",
        "切り抜きの形を一つのパスに合体してから書き出してください。",
        "Unite the mask's shapes into one path before exporting.",
    ),
    "artwork-reference": _said(
        "SVG の絵の参照「{what}」の先がないか、ぐるぐる回っています。",
        "The reference {what} in the drawing leads nowhere, or round in a circle.",
        "シンボルを分割・拡張して書き出し直してください。",
        "Expand symbols and export the drawing again.",
    ),
    "artwork-css": _said(
        "SVG の絵のスタイル指定「{value}」は読めません。",
        'The drawing has a style rule that is not read: "{value}".',
        "書き出しの CSS を「プレゼンテーション属性」か「インラインスタイル」にしてください。",
        "Export with presentation attributes or inline style instead of a style sheet.",
    ),
    "artwork-value": _said(
        "SVG の絵の {what} の値「{value}」が読めません。",
        'The drawing has a value that cannot be read for {what}: "{value}".',
        "元の絵から書き出し直してください。",
        "Export it again from the original.",
    ),
    "artwork-nothing": _said(
        "SVG の絵に、見えるものが何も描かれていません。",
        "Nothing in the drawing can be seen.",
        "描画ソフトで見えるレイヤーを確かめ、書き出し直してください。",
        "Check which layers are visible, and export it again.",
    ),
}
