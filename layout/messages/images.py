"""Sentences about pictures: those that cannot be used, and those too coarse to print."""

from layout.messages.message import Message

_ABOUT_JA = (
    "写真は PNG、JPEG、TIFF で、原稿と同じフォルダーかその下に置きます。"
    "壊れた写真を黙って飛ばしたりはしません。"
)
_ABOUT_EN = (
    "Photographs are PNG, JPEG or TIFF files beside or below the leaflet.  "
    "A damaged one is never left out silently."
)
_ABOUT_DPI_JA = (
    "印刷には、置いた大きさで1インチあたり300～350画素が標準です。"
    "200未満は粗さが見え、120未満は印刷に使えません。"
)
_ABOUT_DPI_EN = (
    "Printing wants 300 to 350 pixels an inch at the size placed.  Below 200 it shows, "
    "below 120 it cannot be printed."
)
_AGAIN_JA = "元の写真を書き出し直すか、別の写真にしてください。"
_AGAIN_EN = "Export the photograph again, or take another."

MESSAGES: dict[str, Message] = {
    "photo-missing": Message(
        "写真や絵のファイル「{name}」がありません。代わりに飾りを置くか、絵なしで組みました。",
        'There is no picture "{name}"; ornament stands in its place, or nothing.',
        "原稿のフォルダーから見た場所と名前を確かめてください。近い名前：{near}",
        "Check its place and name as seen from the leaflet's folder. Nearest: {near}",
        _ABOUT_JA,
        _ABOUT_EN,
    ),
    "picture-outside": Message(
        "写真「{name}」は原稿のフォルダーの外を指しています。",
        'The photograph "{name}" leads out of the leaflet\'s folder.',
        "写真そのものを原稿の下に置いてください。",
        "Put the file itself below the leaflet.",
        _ABOUT_JA,
        _ABOUT_EN,
    ),
    "picture-too-large": Message(
        "写真「{name}」は大きすぎます（1億7千万画素または200MBを超えています）。",
        'The photograph "{name}" is too large (over 170 megapixels or 200 MB).',
        "小さくして書き出し直してください。A4いっぱいでも1200万画素で足ります。",
        "Export it smaller: 12 megapixels are enough for a whole A4 page.",
        _ABOUT_JA,
        _ABOUT_EN,
    ),
    "picture-unreadable": Message(
        "写真「{name}」を読めません（{reason}）。",
        'The photograph "{name}" cannot be read ({reason}).',
        "",
        "",
        _ABOUT_JA,
        _ABOUT_EN,
    ),
    "picture-empty": Message(
        "写真「{name}」は空のファイルです（0バイト）。",
        'The photograph "{name}" is an empty file (0 bytes).',
        "コピーし直してください。",
        "Copy it again.",
        _ABOUT_JA,
        _ABOUT_EN,
    ),
    "picture-unknown-kind": Message(
        "写真「{name}」は使えない形式です（{kind}）。",
        'The photograph "{name}" is of a kind that cannot be used ({kind}).',
        "PNG、JPEG、TIFF にしてください。",
        "Make it PNG, JPEG or TIFF.",
        _ABOUT_JA,
        _ABOUT_EN,
    ),
    "picture-wrong-extension": Message(
        "写真「{name}」の中身は {kind} で、名前の終わりと合いません。",
        'The photograph "{name}" is really {kind}, which its name does not say.',
        "名前を直すか、その形式で書き出し直してください。",
        "Rename it, or export it again as what its name says.",
        _ABOUT_JA,
        _ABOUT_EN,
    ),
    "picture-moves": Message(
        "写真「{name}」には複数の画像が入っています。",
        'The photograph "{name}" holds several pictures.',
        "1枚だけのファイルにしてください。",
        "Make it a file of one.",
        _ABOUT_JA,
        _ABOUT_EN,
    ),
    "picture-damaged": Message(
        "写真「{name}」は壊れているか、写真ではありません。",
        'The photograph "{name}" is damaged, or none at all.',
        _AGAIN_JA,
        _AGAIN_EN,
        _ABOUT_JA,
        _ABOUT_EN,
    ),
    "picture-needs-profile": Message(
        "RGBの写真「{name}」を {condition} のCMYKに変換するためのプロファイルがありません。",
        'There is no profile to convert the RGB photograph "{name}" to {condition}.',
        "--icc JapanColor2001Coated.icc のようにお手元のプロファイルを指定するか、"
        "--condition FOGRA39 にするか、写真をCMYKにしてください。",
        "Name your own profile with --icc, or use --condition FOGRA39, or make it CMYK.",
        "Japan Color のプロファイルは再配布できないため同梱していません。別の条件で変換した色を "
        "Japan Color と偽ることはしません。",
        "No Japan Color profile may be shipped, and colours converted for another condition are "
        "never passed off as Japan Color.",
    ),
    "picture-reduced": Message(
        "写真「{name}」は置いた大きさで {ppi} ppi あるので、350 ppi に縮めて入れました。",
        'The photograph "{name}" has {ppi} pixels an inch at its size; it was reduced to 350.',
        "",
        "",
        _ABOUT_DPI_JA,
        _ABOUT_DPI_EN,
    ),
    "picture-coarse": Message(
        "写真「{name}」は置いた大きさで {ppi} ppi しかありません。",
        'The photograph "{name}" has only {ppi} pixels an inch at its size.',
        "幅 {wanted} 画素以上の写真にしてください。",
        "Take one at least {wanted} pixels wide.",
        _ABOUT_DPI_JA,
        _ABOUT_DPI_EN,
    ),
}
