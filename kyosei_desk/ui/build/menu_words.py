# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
"""What people read of the files a project can be taken out as; the keys are their suffixes."""

FILE_LABELS = {
    "pdf": "印刷用の文書（PDF）…",
    "html": "印刷・閲覧用のページ（HTML）…",
    "csv": "予算と要素の表（CSV）…",
    "md": "Markdown…",
    "json": "この案のファイル（ほかのパソコンで読みこめます）…",
}
