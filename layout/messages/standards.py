"""Sentences about standards, printing conditions and profiles of press files."""

from layout.messages.message import Message

_ABOUT_ICC_JA = (
    "印刷用のICCプロファイルは、CMYKの出力用（prtr）で、バージョン2のものが要ります。"
    "ファイルの名前ではなく、中に書かれた名前で見分けます。"
)
_ABOUT_ICC_EN = (
    "A profile to print by is an output profile (prtr) for CMYK, ICC version 2.  It is known by "
    "the name written inside it, not by the name of its file."
)
_HINT_ICC_JA = "印刷用のCMYKプロファイル（JapanColor2001Coated.icc など）を指定してください。"
_HINT_ICC_EN = "Name a CMYK profile for printing, such as JapanColor2001Coated.icc."
_ABOUT_CLAIM_JA = (
    "PDF/X を名乗るファイルが、その決まりに合わなくなるところでした。"
    "うその表示をしたファイルは書きません。"
)
_ABOUT_CLAIM_EN = (
    "The file would not have been what it claims to be.  No file is written under a false claim."
)

MESSAGES: dict[str, Message] = {
    "press-standard-unknown": Message(
        "規格「{name}」はありません。",
        "There is no standard {name}.",
        "使えるもの：{known}",
        "There are: {known}",
        "--standard には、印刷所に渡すPDFの規格を書きます。",
        "--standard takes the standard of the PDF for the print shop.",
    ),
    "condition-unknown": Message(
        "印刷条件「{name}」はありません。",
        "There is no printing condition {name}.",
        "使えるもの：{known}",
        "There are: {known}",
        "--condition には、登録された印刷条件の名前を書きます。",
        "--condition takes the registered name of a printing condition.",
    ),
    "profile-missing": Message(
        "{standard} にはプロファイルの埋め込みが必要ですが、「{name}」のものは同梱できません。",
        "{standard} must carry a profile, and none of {name} may be shipped.",
        "お手元のプロファイルを --icc FILE で指定するか、--condition FOGRA39 にしてください。",
        "Name your own with --icc FILE, or use --condition FOGRA39.",
        "Japan Color のプロファイルは再配布できません。Adobe の製品などに入っているもの"
        "（JapanColor2001Coated.icc）を使ってください。",
        "Japan Color profiles may not be passed on; JapanColor2001Coated.icc comes with Adobe's "
        "programs, for example.",
    ),
    "intent-fogra39": Message(
        "{standard} に、同梱の FOGRA39 のプロファイルを埋め込みました。",
        "The shipped profile of FOGRA39 was embedded for {standard}.",
        "Japan Color にするには、お手元のプロファイルを --icc FILE で指定してください。",
        "For Japan Color, name your own profile with --icc FILE.",
        "FOGRA39 はコート紙オフセット印刷の国際的な条件で、Japan Color 2001 とは色が少し違います。",
        "FOGRA39 is offset printing on coated paper; its colours differ a little from Japan Color.",
    ),
    "icc-unreadable": Message(
        "プロファイル「{path}」を読めません（{reason}）。",
        "The profile {path} cannot be read ({reason}).",
        "ファイルの場所を確かめてください。",
        "Check where the file is.",
        _ABOUT_ICC_JA,
        _ABOUT_ICC_EN,
    ),
    "icc-not-a-profile": Message(
        "「{path}」はICCプロファイルではないか、壊れています。",
        "{path} is no ICC profile, or a damaged one.",
        _HINT_ICC_JA,
        _HINT_ICC_EN,
        _ABOUT_ICC_JA,
        _ABOUT_ICC_EN,
    ),
    "icc-not-for-printing": Message(
        "プロファイル「{path}」は印刷用のCMYKプロファイルではありません（{kind}、{space}）。",
        "The profile {path} is not one for printing in CMYK ({kind}, {space}).",
        _HINT_ICC_JA,
        _HINT_ICC_EN,
        _ABOUT_ICC_JA,
        _ABOUT_ICC_EN,
    ),
    "icc-too-new": Message(
        "プロファイル「{path}」はICCのバージョン{version}です。",
        "The profile {path} is of ICC version {version}.",
        "バージョン2のプロファイルを指定してください。",
        "Name a profile of version 2.",
        _ABOUT_ICC_JA,
        _ABOUT_ICC_EN,
    ),
    "icc-other-condition": Message(
        "プロファイル「{path}」は「{profile}」のもので、{name} のものではありません。",
        "The profile {path} is of {profile}, not of {name}.",
        "--condition を外すか、その印刷条件のプロファイルを指定してください。",
        "Leave out --condition, or name a profile of that condition.",
        _ABOUT_ICC_JA,
        _ABOUT_ICC_EN,
    ),
    "claim-untitled": Message(
        "題がないので {standard} にできません。",
        "Without a title the file cannot be {standard}.",
        "リーフレットに title: を書いてください。",
        "Write a title: in the leaflet.",
        _ABOUT_CLAIM_JA,
        _ABOUT_CLAIM_EN,
    ),
    "claim-colour": Message(
        "CMYKでない色（{colour}）では {standard} にできません。",
        "In colours that are not CMYK ({colour}) the file cannot be {standard}.",
        "",
        "",
        _ABOUT_CLAIM_JA,
        _ABOUT_CLAIM_EN,
    ),
    "claim-version": Message(
        "PDF {version} では {standard} にできません。",
        "As PDF {version} the file cannot be {standard}.",
        "",
        "",
        _ABOUT_CLAIM_JA,
        _ABOUT_CLAIM_EN,
    ),
    "claim-without-profile": Message(
        "プロファイルがないので {standard} にできません。",
        "Without a profile the file cannot be {standard}.",
        "プロファイルを --icc FILE で指定してください。",
        "Name a profile with --icc FILE.",
        _ABOUT_CLAIM_JA,
        _ABOUT_CLAIM_EN,
    ),
    "spot-invalid": Message(
        "特色の指定「{value}」が正しくありません。",
        "This is no spot ink: {value}",
        "「DIC 156=0,70,90,0」のように、インキの名前とCMYKの近似値（%）を書いてください。",
        "Write the ink's name and its look in per cent of CMYK: DIC 156=0,70,90,0.",
        "名前は印刷所でインキを指定するとおりに書きます。Cyan、Black などの名前は使えません。",
        "The name is what the ink is ordered by; those of process inks cannot be used.",
    ),
    "plates-unknown": Message(
        "版「{name}」はありません。",
        "There are no plates {name}.",
        "使えるもの：{known}",
        "There are: {known}",
        "--plates には、特色を刷る版を書きます。",
        "--plates takes what carries the spot ink.",
    ),
    "plates-without-spot": Message(
        "--plates {name} には --spot も必要です。",
        "--plates {name} needs --spot as well.",
        "特色を --spot NAME=C,M,Y,K で指定してください。",
        "Name the ink with --spot NAME=C,M,Y,K.",
        "代用の版で刷るときも、本当のインキの名前をファイルに書きます。",
        "The real ink is named in the file even where another plate stands in for it.",
    ),
    "claim-inks": Message(
        "このファイルの版にないインキが使われています（{inks}）。",
        "Inks are used that the file has no plate for ({inks}).",
        "",
        "",
        _ABOUT_CLAIM_JA,
        _ABOUT_CLAIM_EN,
    ),
    "package-without-press": Message(
        "一式（--package）には印刷所用の版が必要です。",
        "A package needs the edition for the print shop.",
        "--edition に press を加えてください。",
        "Add press to --edition.",
        "印刷所に渡すZIPには、press版、折り見本、仕様書、検査結果が入ります。",
        "The ZIP for the print shop holds the press edition, a folding dummy, a specification "
        "and the preflight's report.",
    ),
}
