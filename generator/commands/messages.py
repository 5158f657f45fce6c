"""The Chinese of click's messages, by its own words; Chinese has one form for every number.

A message may leave out a value that click gives, and never asks for another.
"""

from __future__ import annotations

from collections.abc import Mapping

MESSAGES: Mapping[str, str] = {
    # Help
    "Usage:": "用法:",
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
    "Show this message and exit.": "显示这段说明。",
    "Show the version and exit.": "显示版本。",
    "%(prog)s, version %(version)s": "%(prog)s %(version)s",
    "env var: {var}": "环境变量:{var}",
    "default: {default}": "默认:{default}",
    "required": "必填",
    "(dynamic)": "(运行时决定)",
    "deprecated": "不再使用",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": "命令“{name}”不再使用。{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": "“{name}”不再使用。{extra_message}",
    # A wrong call
    "Error: {message}": "错误:{message}",
    "Try '{command} {option}' for help.": "用法见:{command} {option}",
    "Missing command.": "缺少命令。",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing {param_type}": "缺少参数",
    "Missing parameter: {param_name}": "缺少参数:{param_name}",
    "No such option {name!r}.": "没有“{name}”这个选项。",
    "No such command {name!r}.": "没有“{name}”这个命令。",
    "Did you mean {possibility}?": "是不是 {possibility}?",
    "Got unexpected extra argument ({args})": "多出了参数:{args}。",
    "Option {name!r} does not take a value.": "选项“{name}”后面不应有值。",
    "Option {name!r} requires an argument.": "选项“{name}”后面应有 {nargs} 个值。",
    "Argument {name!r} takes {nargs} values.": "参数“{name}”应有 {nargs} 个值。",
    "Takes {nargs} values but 1 was given.": "应有 {nargs} 个值,给了 {len} 个。",
    "{len_type} values are required, but {len_value} was given.": "应有 {len_type} 个值,给了 {len_value} 个。",
    "Value must be an iterable.": "应为一组值。",
    # A wrong value
    "Invalid value: {message}": "值不对:{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint}的值不对:{message}",
    "{value!r} is not {choice}.": "应为{choice}之一,写的是“{value}”。",
    "Choose from:\n\t{choices}": "可选的值:\n\t{choices}",
    "Choice({choices})": "{choices} 之一",
    "{value!r} is not a valid {number_type}.": "应为数字,写的是“{value}”。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 里。",
    "{value!r} is not a valid boolean. Recognized values: {states}": "应为真假值({states}),写的是“{value}”。",
    "{value!r} is not a valid UUID.": "应为 UUID,写的是“{value}”。",
    "{value!r} does not match the format {format}.": "应为日期({formats}),写的是“{value}”。",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "{name} {filename!r} does not exist.": "没有这个{name}:“{filename}”。",
    "{name} {filename!r} is a file.": "应为{name},“{filename}”是文件。",
    "{name} {filename!r} is a directory.": "应为{name},“{filename}”是文件夹。",
    "{name} {filename!r} is not readable.": "{name}“{filename}”不能读。",
    "{name} {filename!r} is not writable.": "{name}“{filename}”不能写。",
    "{name} {filename!r} is not executable.": "{name}“{filename}”不能运行。",
    "Could not open file {filename!r}: {message}": "文件“{filename}”打不开:{message}",
    "unknown error": "原因不明",
    # A question
    "Do you want to continue?": "要继续吗?",
    "Confirm the action without prompting.": "不再询问。",
    "Repeat for confirmation": "请再写一次",
    "Error: The two entered values do not match.": "错误:两次写的不一样。",
    "Error: invalid input": "错误:看不懂。",
    "Press any key to continue...": "按任意键继续……",
    "Aborted!": "停下了。",
    # A command that is declared wrongly
    "Name '{name}' defined twice": "名称“{name}”写了两次。",
    "Boolean option {decl!r} cannot use the same flag for true/false.": "选项“{decl}”的是与否不能同名。",
    "Could not determine name for option with declarations {decls!r}": "选项 {decls} 没有名称。",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead?"
    " Did you mean to pass '--{name}'?": "“{name}”前面没有 --,是不是“--{name}”?",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.": "参数只能有一个名称,写的是 {decls}。",
    "Invalid start character for option ({option})": "选项“{option}”的开头不对。",
    "Unknown color {colour!r}": "没有“{colour}”这种颜色。",
    "Unknown standard stream '{name}'": "没有“{name}”这个标准流。",
}
